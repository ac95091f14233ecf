using Glaze.Cloaking.Objectives;
using Glaze.Inference;
using Glaze.TestKit.Models;
using Glaze.Torch.Tests.Published;
using static TorchSharp.torch;

namespace Glaze.Benchmarks.Speed;

/// <summary>
/// One evaluation of loss and gradient: our graph in ONNX Runtime, through the cloaker's own session, and libtorch's autograd over the
/// published architecture, in one process and in turn.
/// </summary>
internal sealed class Steps(Report report, Options options)
{
    private static readonly int[] Sides = [256, 512];
    private readonly SessionSettings _processor = new(ExecutionProvider.Cpu, options.Threads);

    public void Measure()
    {
        set_num_threads(options.Threads);
        var peak = Peak.Measure(report, options.Threads);
        foreach (var subject in StepSubject.All(options))
        {
            foreach (var side in Sides)
            {
                if (subject.Name == "sd-vae" && side > 256 && (options.IsQuick || GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < 20_000_000_000))
                {
                    Console.WriteLine($"{subject.Name} at {side}² is left out: it takes minutes, 20 GB of memory and a run without --quick");
                    continue;
                }

                Measure(subject, side, peak);
            }
        }
    }

    private void Measure(StepSubject subject, int side, double peak)
    {
        using var scope = NewDisposeScope();
        var encoder = subject.Encoder;
        long[] shape = [1, encoder.LatentChannels, side / encoder.Downscale, side / encoder.Downscale];
        var image = SyntheticNumbers.Uniform("image", 3 * side * side);
        var target = SyntheticNumbers.Uniform("target", shape.Aggregate(1L, (product, extent) => product * extent), -1, 1);
        var inputs = new Dictionary<string, float[]> { [LatentGraphs.Image] = image, [LatentGraphs.Target] = target, [LatentGraphs.Weight] = [.. Enumerable.Repeat(1f / encoder.LatentChannels, encoder.LatentChannels)] };
        var (ours, theirs) = (new float[image.Length], new float[image.Length]);
        var outputs = new Dictionary<string, float[]> { [LatentGraphs.Loss] = new float[1], [LatentGraphs.Gradient] = ours };
        using var session = ModelSession.Create(LatentGraphs.Objective(encoder, side, side), _processor);
        using var weights = new PublishedWeights(subject.File, float32);
        var encode = PublishedEncoder.Of(weights, subject.Net);
        var x = tensor(image, [1, 3, side, side], requires_grad: true);
        var (goal, deviation) = (tensor(target, shape), tensor(encoder.LatentDeviation.ToArray()).reshape(1, -1, 1, 1));
        var times = Turns.Run(
            options.IsQuick ? 15 : 60,
            options.IsQuick ? 7 : 20,
            () => session.Run(inputs, outputs, CancellationToken.None),
            () => Differentiate(() => ((encode(x) - goal) / deviation).pow(2).mean(), x, theirs));
        Check(subject.Name, side, ours, theirs);
        var operations = WorkCount.LossAndGradient(LatentGraphs.Forward(encoder, side, side));
        Tell($"{subject.Name} {side}²", times[0], times[1], operations, peak);
    }

    private static void Differentiate(Func<Tensor> loss, Tensor x, float[] gradient)
    {
        using var scope = NewDisposeScope();
        autograd.grad([loss()], [x])[0].contiguous().data<float>().CopyTo(gradient);
    }

    private static void Check(string name, int side, float[] ours, float[] theirs)
    {
        var difference = Math.Sqrt(ours.Zip(theirs, (a, b) => ((double)a - b) * ((double)a - b)).Sum() / theirs.Sum(value => (double)value * value));

        // A ReLU that one of the two takes for open is allowed.
        if (!(difference < 1e-2))
        {
            throw new InvalidOperationException($"{name} at {side}²: our gradient and libtorch's differ by {difference:E1}; the comparison would mean nothing.");
        }
    }

    private void Tell(string what, IReadOnlyList<Turn> ours, IReadOnlyList<Turn> theirs, double operations, double peak)
    {
        // Of busy machines the processor time tells more, but only on one thread: waiting threads take some too.
        var processor = ours.ProcessorSeconds() / theirs.ProcessorSeconds();
        var speed = operations / ours.Seconds() / 1e9;
        report.Add("step", $"{what}, ours", 1000 * ours.Seconds(), "0", "ms");
        report.Add("step", $"{what}, libtorch", 1000 * theirs.Seconds(), "0", "ms");
        report.Add("step", $"{what}, ours / libtorch's", ours.Seconds() / theirs.Seconds(), "0.00", "ratio", "<= 0.7", FormattableString.Invariant($"processor time {processor:0.00}"));
        report.Add("step", $"{what}, share of the measured peak", 100 * speed / peak, "0", "%", string.Empty, FormattableString.Invariant($"{speed:0} GFLOP/s"));
    }
}
