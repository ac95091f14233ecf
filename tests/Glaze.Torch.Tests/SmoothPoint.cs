using Glaze.TestKit.Models;
using static TorchSharp.torch;

namespace Glaze.Torch.Tests;

/// <summary>
/// A picture at which the gradient is continuous, so that it can be compared: at a kink of a ReLU or of a maximum, rounding alone decides
/// which of two gradients is right. Asked of the reference only.
/// </summary>
internal sealed record SmoothPoint(float[] Image, StepResult Reference)
{
    private const int Candidates = 20;
    private const double Reach = 3e-6;
    private const double LargestJump = 5e-5;

    /// <summary>The first picture of random ones around which the reference does not jump.</summary>
    /// <param name="loss">The reference.</param>
    /// <param name="picture">The picture of a number.</param>
    /// <param name="shape">Its shape.</param>
    public static SmoothPoint Find(Func<Tensor, Tensor> loss, Func<int, float[]> picture, params long[] shape)
    {
        for (var candidate = 0; candidate < Candidates; candidate++)
        {
            var image = picture(candidate);
            var here = StepResult.Of(loss, [.. image], shape);
            if (Near(image).All(near => StepResult.Of(loss, near, shape).ErrorAgainst(here).Gradient < LargestJump))
            {
                return new SmoothPoint(image, here);
            }
        }

        throw new InvalidOperationException($"None of {Candidates} pictures is away from every kink.");
    }

    private static IEnumerable<double[]> Near(float[] image)
    {
        var noise = SyntheticNumbers.Uniform("near", image.Length, -1, 1);
        return ((double[])[Reach, -Reach]).Select(reach => image.Zip(noise, (value, random) => value + (reach * random)).ToArray());
    }
}
