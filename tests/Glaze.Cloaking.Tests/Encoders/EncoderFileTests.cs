using Glaze.Cloaking.Encoders;
using Glaze.Onnx;
using Glaze.TestKit.Models;

namespace Glaze.Cloaking.Tests.Encoders;

public sealed class EncoderFileTests
{
    private const int QuantConvolution = 72;

    public static TheoryData<string, int, string> PublishedCounts => new()
    {
        { "kl-sd-full", 34_163_592 + QuantConvolution, "Stable Diffusion 1.x / 2.x or SDXL" },
        { "tiny-sd", 1_222_532, "Stable Diffusion 1.x / 2.x or SDXL" },
        { "tiny-flux2", 1_338_528, "FLUX.2" },
    };

    [Theory]
    [MemberData(nameof(PublishedCounts))]
    public void Read_FullShape_CountsTheParametersAsPublished(string name, int count, string standsFor)
    {
        var encoder = EncoderFile.Read(SyntheticNumbers.Zeros(PublishedShapes.Of(name)), name)[0];

        encoder.ParameterCount.ShouldBe(count);
        encoder.StandsFor.ShouldBe(standsFor);
    }

    [Theory]
    [InlineData("kl-flux1-narrow", "FLUX.1 or Stable Diffusion 3")]
    [InlineData("kl-flux2-narrow", "FLUX.2")]
    [InlineData("tiny-flux2-narrow", "FLUX.2")]
    [InlineData("tiny-sana-narrow", "Sana")]
    public void Read_NothingKnownOfTheFile_NamesTheFamilyInUsersWords(string name, string standsFor) =>
        EncoderFile.Read(SyntheticNumbers.Zeros(PublishedShapes.Of(name)), name)[0].StandsFor.ShouldBe(standsFor);

    [Fact]
    public void Read_StandsForGiven_IsKept() =>
        EncoderFile.Read(SyntheticNumbers.Zeros(PublishedShapes.Of("tiny-sd")), "taesdxl", "SDXL")[0].StandsFor.ShouldBe("SDXL");

    [Fact]
    public void Read_FileWithDecoderBesideTheEncoder_CountsTheEncoderOnly()
    {
        var shapes = new Dictionary<string, long[]>(PublishedShapes.Of("kl-flux1-narrow")) { ["decoder.conv_in.weight"] = [64, 16, 3, 3] };

        EncoderFile.Read(SyntheticNumbers.Zeros(shapes), "ae")[0].ParameterCount.ShouldBe(733_120);
    }

    [Theory]
    [InlineData("kl-sd-full", "encoder.mid_block.attentions.0.to_k.bias")]
    [InlineData("kl-original-narrow", "first_stage_model.encoder.down.1.block.0.nin_shortcut.weight")]
    [InlineData("tiny-sd", "encoder.layers.13.conv.4.weight")]
    [InlineData("tiny-flux2-narrow", "encoder.12.pool.1.bias")]
    public void Read_TensorMissing_IsNamed(string name, string missing)
    {
        var shapes = PublishedShapes.Of(name).Where(pair => pair.Key != missing).ToDictionary();

        Should.Throw<InvalidModelException>(() => EncoderFile.Read(SyntheticNumbers.Zeros(shapes), name)).Message.ShouldContain(missing);
    }

    [Theory]
    [InlineData("kl-flux2-narrow", "encoder.conv_in.weight", new long[] { 32, 4, 3, 3 })]
    [InlineData("kl-flux2-narrow", "encoder.mid.attn_1.v.weight", new long[] { 64, 64, 1, 1, 1 })]
    [InlineData("tiny-sana-narrow", "17.weight", new long[] { 32, 8, 3, 3 })]
    public void Read_TensorMisshapen_IsNamed(string name, string tensor, long[] shape)
    {
        var shapes = new Dictionary<string, long[]>(PublishedShapes.Of(name)) { [tensor] = shape };

        Should.Throw<InvalidModelException>(() => EncoderFile.Read(SyntheticNumbers.Zeros(shapes), name)).Message.ShouldContain(tensor);
    }

    [Fact]
    public void Open_SomethingElse_SaysSoAndNamesTheFile()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        File.WriteAllText(path, "<!doctype html><html><body>Please log in</body></html>");
        try
        {
            Should.Throw<InvalidModelException>(() => EncoderFile.Open(path)).Message.ShouldStartWith($"{path} cannot be used as an encoder");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Read_LatentVarianceInTheFile_BecomesTheDeviation()
    {
        var shapes = new Dictionary<string, long[]>(PublishedShapes.Of("kl-flux2-narrow")) { ["bn.running_var"] = [128] };

        var deviation = EncoderFile.Read(SyntheticNumbers.Weights(shapes), "flux2")[0].LatentDeviation;

        var variance = SyntheticNumbers.Uniform("bn.running_var", 128, 0.8, 1.2);
        deviation.Count.ShouldBe(32);
        deviation[5].ShouldBe(MathF.Sqrt(variance[20..24].Average()), 1e-6f);
    }
}
