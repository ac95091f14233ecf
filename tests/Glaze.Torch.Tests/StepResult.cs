using Glaze.Inference;
using static TorchSharp.torch;

namespace Glaze.Torch.Tests;

/// <summary>Loss and gradient of one step, and how far two ways of computing them are apart.</summary>
internal sealed record StepResult(float[] Loss, float[] Gradient)
{
    /// <summary>Computes a step through the seam.</summary>
    public static StepResult Of(ModelSession session, IReadOnlyDictionary<string, float[]> inputs, string loss, string gradient)
    {
        var result = new StepResult(new float[1], new float[session.Outputs.Single(output => output.Name == gradient).ElementCount]);
        session.Run(inputs, new Dictionary<string, float[]> { [loss] = result.Loss, [gradient] = result.Gradient }, CancellationToken.None);
        return result;
    }

    /// <summary>Differentiates a function of libtorch's own, in double precision.</summary>
    public static StepResult Of(Func<Tensor, Tensor> loss, double[] image, params long[] shape)
    {
        using var scope = NewDisposeScope();
        var x = tensor(image, shape, float64, requires_grad: true);
        var value = loss(x);
        var gradient = autograd.grad([value], [x])[0].to(float32).contiguous();
        return new StepResult([(float)value.item<double>()], gradient.data<float>().ToArray());
    }

    /// <summary>‖this − other‖ / ‖other‖ of the loss and of the gradient.</summary>
    public (double Loss, double Gradient) ErrorAgainst(StepResult other) => (Error(Loss, other.Loss), Error(Gradient, other.Gradient));

    private static double Error(float[] actual, float[] expected)
    {
        actual.Length.ShouldBe(expected.Length);
        var difference = actual.Zip(expected, (a, e) => ((double)a - e) * ((double)a - e)).Sum();
        return Math.Sqrt(difference / expected.Sum(value => (double)value * value));
    }
}
