using Glaze.Onnx;
using Glaze.Training.Nets;
using Glaze.Training.Samples;
using Glaze.Training.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Tests;

public sealed class TrainerTests : IDisposable
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
        var (whole, parts) = (_whole.FullName, _parts.FullName);
        WriteSamples(whole);
        WriteSamples(parts);

        new Trainer(whole, "tiny", Options(whole, 6)).Run(CancellationToken.None);
        new Trainer(parts, "tiny", Options(parts, 6)).Run(new CancellationToken(canceled: true));
        foreach (var steps in new[] { 2, 4, 6 })
        {
            new Trainer(parts, "tiny", Options(parts, 6) with { LastStep = steps }).Run(CancellationToken.None);
        }

        var (once, inParts) = (TensorFile.Read(StudentFile.AveragePath(whole, "tiny")), TensorFile.Read(StudentFile.AveragePath(parts, "tiny")));
        foreach (var (name, weight) in once)
        {
            (weight - inParts[name]).abs().max().item<float>().ShouldBeLessThan(1e-6f, name);
        }
    }

    [Fact]
    public void Run_ManySteps_LearnsWhatTheSamplesSay()
    {
        var folder = _whole.FullName;
        WriteSamples(folder);
        var before = Error(StudentAfter(folder, 1), folder);

        Error(StudentAfter(folder, 90), folder).ShouldBeLessThan(0.8 * before);
    }

    private static Student StudentAfter(string folder, int steps)
    {
        new Trainer(folder, "tiny", Options(folder, steps) with { Rate = 5e-3 }).Run(CancellationToken.None);
        return StudentFile.ReadAverages(folder).Single();
    }

    private static double Error(Student student, string folder)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var store = new SampleStore(folder, "train");
        store.Refresh();
        var rows = store.Rows(128, [0, 1, 2, 3]);
        return (student.Encode(rows["x"]).Latent - rows["z"]).square().mean().item<float>();
    }

    private static TrainingOptions Options(string folder, int steps) => new(steps, 1e-3, 0.1, 1, folder, 60);

    // Latents that a linear map of each 8 × 8 block's mean colour explains.
    private static void WriteSamples(string folder)
    {
        using var scope = NewDisposeScope();
        var generator = new Generator(5);
        var pictures = rand([4, 3, 16, 16], generator: generator);
        var map = randn([Family.LatentChannels, 3, 1, 1], generator: generator);
        var hints = randn([4 * Family.HintChannels, 3, 1, 1], generator: generator);
        var large = pictures.mul(255).round().repeat_interleave(8, 2).repeat_interleave(8, 3);
        var (latents, hidden) = (nn.functional.conv2d(pictures, map), nn.functional.conv2d(pictures, hints));
        var shard = new Dictionary<string, Tensor>(StringComparer.Ordinal)
        {
            ["x"] = large.to_type(ScalarType.Byte),
            ["p"] = large.to_type(ScalarType.Byte),
            ["z"] = latents,
            ["zp"] = latents,
            ["h"] = hidden,
        };
        Statistics.Measure(folder, latents, hidden);
        TensorFile.Write(Path.Combine(folder, "train-1-00000.safetensors"), shard, ElementType.Float16);
    }
}
