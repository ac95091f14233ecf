using Glaze.Onnx;
using Glaze.Training.Nets;
using Glaze.Training.Training;
using Glaze.Training.Views;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Tests;

public sealed class DecoderTrainerTests : IDisposable
{
    private readonly DirectoryInfo _whole = Directory.CreateTempSubdirectory("glaze-training-");
    private readonly DirectoryInfo _parts = Directory.CreateTempSubdirectory("glaze-training-");

    public void Dispose()
    {
        _whole.Delete(recursive: true);
        _parts.Delete(recursive: true);
    }

    [Fact]
    public void Run_StoppedAndGoneOnWith_GivesTheWeightsOfOneThatWasNot()
    {
        WriteSamples(_whole.FullName);
        WriteSamples(_parts.FullName);

        Train(_whole, Options(6));
        foreach (var steps in new[] { 2, 4, 6 })
        {
            Train(_parts, Options(6) with { LastStep = steps });
        }

        var (once, inParts) = (TensorFile.Read(DecoderState.AveragePath(_whole.FullName)), TensorFile.Read(DecoderState.AveragePath(_parts.FullName)));
        foreach (var (name, weight) in once)
        {
            (weight - inParts[name]).abs().max().item<float>().ShouldBeLessThan(1e-6f, name);
        }
    }

    [Fact]
    public void Run_ManySteps_LearnsWhatTheSamplesSay()
    {
        WriteSamples(_whole.FullName);
        Train(_whole, Options(1));
        var before = Error();

        Train(_whole, Options(60) with { Rate = 5e-3 });

        Error().ShouldBeLessThan(0.6 * before);
    }

    private double Error()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var store = new Samples.SampleStore(_whole.FullName, DecodedSamples.Shards("train"));
        store.Refresh();
        var rows = store.Rows(128, [0, 1, 2, 3]);
        var decoder = new Decoder(DecoderShape.Tiny, TensorFile.Read(DecoderState.AveragePath(_whole.FullName)));
        return (decoder.Decode(rows["z"]) - rows["x"]).square().mean().item<float>();
    }

    private static void Train(DirectoryInfo folder, TrainingOptions options) => new DecoderTrainer(folder.FullName, DecoderShape.Tiny, options).Run(CancellationToken.None);

    private static TrainingOptions Options(int steps) => new(steps, 1e-3, 0, 1, string.Empty, 60);

    // Pictures of blocks whose colours are a linear map of the latent.
    private static void WriteSamples(string folder)
    {
        using var scope = NewDisposeScope();
        var generator = new Generator(5);
        var latents = rand([4, 4, 16, 16], generator: generator) - 0.5;
        var map = randn([3, 4, 1, 1], generator: generator) * 0.3;
        var pictures = (nn.functional.conv2d(latents, map) + 0.5).clamp(0, 1).repeat_interleave(8, 2).repeat_interleave(8, 3);
        var shard = new Dictionary<string, Tensor>(StringComparer.Ordinal) { ["x"] = pictures.mul(255).round().to_type(ScalarType.Byte), ["z"] = latents };
        TensorFile.Write(Path.Combine(folder, DecodedSamples.Shards("train") + "-1-00000.safetensors"), shard, ElementType.Float16);
    }
}
