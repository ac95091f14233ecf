using Glaze.Benchmarks.Mimicry.Generator;
using TorchSharp;

namespace Glaze.Benchmarks.Mimicry.Tests.Generator;

public sealed class FlowTrainingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("glaze-mimicry-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Run_OnPicturesOfOneValue_DrawsPicturesOfThatValue()
    {
        var (net, _) = new FlowTraining(ToyFlow.Plan(60), null).Run(ToyFlow.Net(1), ToyFlow.Crops(ToyFlow.Around(1.5, 1)), "toy", CancellationToken.None);

        ToyFlow.MeanOfSamples(net).ShouldBe(1.5, 0.3);
    }

    // Fine-tuning follows the pictures: latents moved to T's end at T, untouched ones stay. What a sweep's ends must do.
    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(1.0, -1.0)]
    public void Run_FineTunedOnTheEndsOfASweep_DrawsThatEnd(double way, double expected)
    {
        var (clean, target) = (ToyFlow.Around(1, 2), ToyFlow.Around(-1, 3));
        var moved = clean.Zip(target, (from, to) => from + ((to - from) * way)).ToList();
        var (start, _) = new FlowTraining(ToyFlow.Plan(30), null).Run(ToyFlow.Net(2), ToyFlow.Crops([.. clean, .. target]), "base", CancellationToken.None);
        var copy = new FlowNet(start.Shape, start.Weights.ToDictionary(pair => pair.Key, pair => pair.Value.detach().clone(), StringComparer.Ordinal));

        var (net, _) = new FlowTraining(ToyFlow.Plan(60), null).Run(copy, ToyFlow.Crops(moved), "mimic", CancellationToken.None);

        ToyFlow.MeanOfSamples(net).ShouldBe(expected, 0.3);
    }

    [Fact]
    public void Run_StoppedAndGoneOnWith_GivesTheWeightsOfOneThatWasNot()
    {
        var latents = ToyFlow.Around(1, 1);
        var (whole, _) = new FlowTraining(ToyFlow.Plan(6), null).Run(ToyFlow.Net(1), ToyFlow.Crops(latents), "whole", CancellationToken.None);
        var checkpoint = Path.Combine(_folder.FullName, "checkpoint.safetensors");
        Should.Throw<OperationCanceledException>(() => new FlowTraining(ToyFlow.Plan(6), checkpoint).Run(ToyFlow.Net(1), ToyFlow.Crops(latents), "stopped", new CancellationToken(canceled: true)));

        var (resumed, _) = new FlowTraining(ToyFlow.Plan(6), checkpoint).Run(ToyFlow.Net(9), ToyFlow.Crops(latents), "resumed", CancellationToken.None);

        foreach (var (name, weight) in whole.Weights)
        {
            (weight - resumed.Weights[name]).abs().max().item<float>().ShouldBeLessThan(1e-6f, name);
        }
    }

    [Fact]
    public void Run_TwiceWithOneSeed_GivesTheSame()
    {
        var values = Enumerable.Range(0, 2).Select(_ => ToyFlow.MeanOfSamples(
            new FlowTraining(ToyFlow.Plan(5), null).Run(ToyFlow.Net(1), ToyFlow.Crops(ToyFlow.Around(1, 1)), "toy", CancellationToken.None).Net)).ToArray();

        values[1].ShouldBe(values[0]);
    }

    [Fact]
    public void RateAt_OfAPlan_RisesIsHeldAndFalls()
    {
        var plan = new FlowPlan(1000, 8, 1, 0.9, 1);

        plan.RateAt(0).ShouldBeLessThan(0.05);
        plan.RateAt(300).ShouldBe(1, 1e-9);
        plan.RateAt(999).ShouldBeLessThan(0.03);
    }
}
