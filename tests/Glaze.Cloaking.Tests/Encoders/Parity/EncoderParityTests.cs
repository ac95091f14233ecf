using Glaze.Autodiff;
using Glaze.Cloaking.Encoders;
using Glaze.Onnx;
using Xunit.Abstractions;

namespace Glaze.Cloaking.Tests.Encoders.Parity;

/// <summary>Latent and input gradient of every architecture agree with PyTorch's.</summary>
public sealed class EncoderParityTests(ITestOutputHelper output)
{
    private const double Tolerance = 1e-3;

    [Theory]
    [InlineData("kl-sd-full", 4, 8)]
    [InlineData("kl-original-narrow", 4, 8)]
    [InlineData("kl-flux1-narrow", 16, 8)]
    [InlineData("kl-flux2-narrow", 32, 8)]
    [InlineData("kl-early-diffusers-narrow", 4, 8)]
    [InlineData("tiny-sd", 4, 8)]
    [InlineData("tiny-flux1-narrow", 16, 8)]
    [InlineData("tiny-flux2-narrow", 32, 8)]
    [InlineData("tiny-sana-narrow", 32, 32)]
    public void Append_WeightsOfThePublishedShape_AgreesWithPyTorch(string name, int channels, int downscale)
    {
        var parity = ParityCase.Load(name);

        var encoder = EncoderFile.Read(parity.Weights, name)[0];

        encoder.LatentChannels.ShouldBe(channels);
        encoder.Downscale.ShouldBe(downscale);
        var target = SyntheticNumbers.Uniform("target", channels * parity.Height / downscale * parity.Width / downscale, -1, 1);
        var results = ParityCase.Run(
            LossAndGradient(encoder, parity.Height, parity.Width),
            new() { ["x"] = SyntheticNumbers.Uniform("x", 3 * parity.Height * parity.Width), ["target"] = target });
        Compare(name, results, parity.Reference("latent"), parity.Reference("grad_x"));
    }

    [SharedSurrogateTheory]
    [InlineData("64x64")]
    [InlineData("160x96")]
    public void Append_PublishedTinyEncoderOfFlux2_AgreesWithPyTorch(string size)
    {
        var reference = Glaze.Onnx.Safetensors.SafetensorsFile.Open(SharedSurrogates.Path($"taef2_encoder.parity-{size}.safetensors"));
        var encoder = EncoderFile.Open(SharedSurrogates.Path("taef2_encoder.safetensors"));
        var shape = reference.Shape("x");

        encoder.StandsFor.ShouldBe("FLUX.2");
        encoder.ParameterCount.ShouldBe(1_338_528);
        var results = ParityCase.Run(
            LossAndGradient(encoder, (int)shape[2], (int)shape[3]),
            new() { ["x"] = reference.Tensor("x").ToFloats(), ["target"] = reference.Tensor("target").ToFloats() });
        Compare("taef2 " + size, results, reference.Tensor("latent").ToFloats(), reference.Tensor("grad_x").ToFloats());
    }

    private static OnnxModel LossAndGradient(SurrogateEncoder encoder, int height, int width)
    {
        var graph = new GraphBuilder();
        var latent = encoder.Append(graph, graph.Input("x", 1, 3, height, width), height, width);
        var target = graph.Input("target", 1, encoder.LatentChannels, height / encoder.Downscale, width / encoder.Downscale);
        graph.Output(graph.NamedNode("latent", "Identity", [latent]));
        graph.Output(graph.MeanSquaredError(latent, target, "loss"));
        return GradientGraphBuilder.Build(graph.Build(), "loss", ["x"]);
    }

    private void Compare(string name, Dictionary<string, float[]> results, float[] latent, float[] gradient)
    {
        var (latentError, gradientError) = (ParityCase.RelativeError(results["latent"], latent), ParityCase.RelativeError(results["grad_x"], gradient));
        output.WriteLine($"{name}: latent {latentError:E1}, gradient {gradientError:E1}");
        latentError.ShouldBeLessThan(Tolerance);
        gradientError.ShouldBeLessThan(Tolerance);
    }
}
