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

    /// <summary>
    /// Draws latents: Euler steps along the flow. A generator that was fine-tuned can be guided by what it started from, as classifier-free
    /// guidance is by the unconditional one (arXiv 2207.12598; a weaker version of itself as the guide: arXiv 2406.02507): what it learned
    /// last is overdone, which is how style mimics are used.
    /// </summary>
    /// <param name="net">The generator.</param>
    /// <param name="count">How many.</param>
    /// <param name="steps">Number of steps.</param>
    /// <param name="seed">Chooses the noise they start from.</param>
    /// <param name="origin">What the generator started from; null guides by nothing.</param>
    /// <param name="guidance">v = v(origin) + guidance · (v(net) − v(origin)).</param>
    public static Tensor Sample(FlowNet net, int count, int steps, int seed, FlowNet? origin = null, double guidance = 1)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var x = randn([count, net.Shape.Channels, net.Shape.Side, net.Shape.Side], generator: new torch.Generator((ulong)seed));
        for (var step = 0; step < steps; step++)
        {
            using var inner = NewDisposeScope();
            var times = full([count], step / (float)steps);
            var velocity = net.Velocity(x, times);
            if (origin is not null && origin != net)
            {
                velocity = lerp(origin.Velocity(x, times), velocity, guidance);
            }

            x = (x + (velocity / steps)).MoveToOuterDisposeScope();
        }

        return x.MoveToOuterDisposeScope();
    }
}
