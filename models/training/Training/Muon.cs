using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Training;

/// <summary>
/// Muon (Keller Jordan, 2024): momentum whose singular values are all brought near one by five Newton–Schulz steps. The factor makes
/// a step about twice as large, in RMS, as one of Adam's usual steps at the same rate.
/// </summary>
internal sealed class Muon(IReadOnlyList<Tensor> parameters, double momentum = 0.95)
{
    /// <summary>The momentum of each parameter.</summary>
    public IReadOnlyList<Tensor> Momenta { get; } = [.. parameters.Select(parameter => zeros_like(parameter).DetachFromDisposeScope())];

    /// <summary>One step along the parameters' gradients.</summary>
    public void Step(double rate)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        for (var i = 0; i < parameters.Count; i++)
        {
            var gradient = parameters[i].grad!;
            Momenta[i].lerp_(gradient, 1 - momentum);
            var update = gradient.lerp(Momenta[i], momentum).flatten(1);
            var factor = -0.4 * Math.Sqrt(Math.Max(update.shape[0], update.shape[1])) * rate;
            parameters[i].add_(Orthogonal(update).reshape(parameters[i].shape), alpha: factor);
        }
    }

    private static Tensor Orthogonal(Tensor matrix)
    {
        var tall = matrix.shape[0] > matrix.shape[1];
        var x = tall ? matrix.t() : matrix;
        x = x / (x.norm() + 1e-7);
        for (var i = 0; i < 5; i++)
        {
            var a = x.mm(x.t());
            x = (3.4445 * x) + ((-4.775 * a) + (2.0315 * a.mm(a))).mm(x);
        }

        return tall ? x.t() : x;
    }
}
