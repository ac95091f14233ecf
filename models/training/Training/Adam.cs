using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Training;

/// <summary>Adam (arXiv 1412.6980), with its moments in the open so that a checkpoint can hold them.</summary>
internal sealed class Adam(IReadOnlyList<Tensor> parameters, double beta1 = 0.9, double beta2 = 0.98)
{
    /// <summary>First moments.</summary>
    public IReadOnlyList<Tensor> First { get; } = [.. parameters.Select(parameter => zeros_like(parameter).DetachFromDisposeScope())];

    /// <summary>Second moments.</summary>
    public IReadOnlyList<Tensor> Second { get; } = [.. parameters.Select(parameter => zeros_like(parameter).DetachFromDisposeScope())];

    /// <summary>One step along the parameters' gradients.</summary>
    /// <param name="rate">Step size.</param>
    /// <param name="step">Number of this step, from 1: corrects the moments' bias.</param>
    public void Step(double rate, int step)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var denominatorScale = 1 / Math.Sqrt(1 - Math.Pow(beta2, step));
        var signedRate = -rate / (1 - Math.Pow(beta1, step));
        for (var i = 0; i < parameters.Count; i++)
        {
            var gradient = parameters[i].grad!;
            First[i].lerp_(gradient, 1 - beta1);
            Second[i].mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
            parameters[i].addcdiv_(First[i], Second[i].sqrt().mul_(denominatorScale).add_(1e-8), signedRate);
        }
    }
}
