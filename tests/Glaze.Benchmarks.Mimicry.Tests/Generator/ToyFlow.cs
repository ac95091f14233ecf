using Glaze.Benchmarks.Mimicry.Generator;
using Glaze.Benchmarks.Mimicry.Latents;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Benchmarks.Mimicry.Tests.Generator;

/// <summary>A generator small enough for tests, and pictures that it can learn in seconds: all of one value, give or take.</summary>
internal static class ToyFlow
{
    public const int Side = 8;
    public const int Channels = 2;

    public static FlowNet Net(int seed) => FlowNet.Create(new FlowShape(Channels, Side, 16, FlowShape.HeadWidth, 1), seed);

    public static List<Tensor> Around(double value, int seed)
    {
        var generator = new torch.Generator((ulong)seed);
        return [.. Enumerable.Range(0, 6).Select(_ => (randn([Channels, Side + 2, Side + 4], generator: generator) * 0.1) + value)];
    }

    public static CropBatch Crops(IReadOnlyList<Tensor> latents) => new([latents], Side, isFlipped: false);

    public static FlowPlan Plan(int steps) => new(steps, 8, 1e-2, 0.8, 1);

    public static double MeanOfSamples(FlowNet net) => RectifiedFlow.Sample(net, 12, 12, 1).mean().item<float>();
}
