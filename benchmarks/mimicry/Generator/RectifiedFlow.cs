using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Benchmarks.Mimicry.Generator;

/// <summary>Rectified flow (arXiv 2209.03003): straight ways from noise to pictures, times drawn logit-normally (arXiv 2403.03206).</summary>
internal static class RectifiedFlow
{
    /// <summary>The loss of a batch: how far the told velocity is from the way's.</summary>
    /// <param name="net">The generator.</param>
    /// <param name="latents">(N, C, S, S), mean 0, deviation 1.</param>
    /// <param name="generator">Draws noise and times.</param>
    public static Tensor Loss(FlowNet net, Tensor latents, torch.Generator generator)
    {
        var count = latents.shape[0];
        var times = randn([count], generator: generator).sigmoid();
        var noise = randn(latents.shape, generator: generator);
        var t = times.reshape(-1, 1, 1, 1);
        return (net.Velocity((t * latents) + ((1 - t) * noise), times) - (latents - noise)).square().mean();
    }

    /// <summary>Draws latents: Euler steps along the flow.</summary>
    /// <param name="net">The generator.</param>
    /// <param name="count">How many.</param>
    /// <param name="steps">Number of steps.</param>
    /// <param name="seed">Chooses the noise they start from.</param>
    public static Tensor Sample(FlowNet net, int count, int steps, int seed)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var x = randn([count, net.Shape.Channels, net.Shape.Side, net.Shape.Side], generator: new torch.Generator((ulong)seed));
        for (var step = 0; step < steps; step++)
        {
            using var inner = NewDisposeScope();
            x = (x + (net.Velocity(x, full([count], step / (float)steps)) / steps)).MoveToOuterDisposeScope();
        }

        return x.MoveToOuterDisposeScope();
    }
}
