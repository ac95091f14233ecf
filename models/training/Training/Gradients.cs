using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Training;

/// <summary>What is done to gradients before a step.</summary>
internal static class Gradients
{
    /// <summary>Scales gradients down until their common L2 norm is at most a limit (arXiv 1211.5063, section 3.2).</summary>
    /// <param name="weights">What carries them; weights without one are passed over.</param>
    /// <param name="limit">The norm.</param>
    /// <returns>False where they are not finite.</returns>
    public static bool Clip(IReadOnlyCollection<Tensor> weights, double limit)
    {
        using var _ = no_grad();
        var norm = Math.Sqrt(weights.Sum(weight => weight.grad is { } gradient ? Math.Pow(gradient.norm().item<float>(), 2) : 0));
        foreach (var weight in norm > limit ? weights : [])
        {
            weight.grad?.mul_(limit / norm);
        }

        return double.IsFinite(norm);
    }
}
