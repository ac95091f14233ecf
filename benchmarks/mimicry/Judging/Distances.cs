using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Benchmarks.Mimicry.Judging;

/// <summary>How far two sets of pictures are apart, as the judge sees them; smaller is more alike.</summary>
internal static class Distances
{
    /// <summary>
    /// Kernel distance: the squared maximum mean discrepancy with a Gaussian kernel (Gretton et al., 2012; as CMMD, arXiv 2401.09603, but of
    /// ResNet18's features), unbiased, so that it is near 0, and may be below, for sets of the same kind.
    /// </summary>
    /// <param name="first">(N, D), N at least 2.</param>
    /// <param name="second">(M, D), M at least 2.</param>
    /// <param name="width">The kernel's width, squared.</param>
    public static double Kernel(Tensor first, Tensor second, double width)
    {
        using var scope = NewDisposeScope();
        return Within(first) + Within(second) - (2 * Kernels(first, second).mean().item<float>());

        Tensor Kernels(Tensor a, Tensor b) => (Squared(a, b) / (-2 * width)).exp();

        double Within(Tensor set)
        {
            var count = set.shape[0];
            return (Kernels(set, set).sum().item<float>() - count) / (count * (count - 1.0));
        }
    }

    /// <summary>Median of the squared distances between the rows of two sets: a width for the kernel.</summary>
    public static double MedianSquare(Tensor first, Tensor second)
    {
        using var scope = NewDisposeScope();
        return Squared(first, second).median().item<float>();
    }

    /// <summary>Gram distance: between the mean Gram matrices of two sets, relative to the second's, mean over stages.</summary>
    public static double Gram(IReadOnlyList<Tensor> first, IReadOnlyList<Tensor> second)
    {
        using var scope = NewDisposeScope();
        return first.Zip(second, (a, b) =>
        {
            var (mean, wanted) = (a.mean([0]), b.mean([0]));
            return (mean - wanted).norm().item<float>() / wanted.norm().item<float>();
        }).Average();
    }

    private static Tensor Squared(Tensor a, Tensor b) => (a.unsqueeze(1) - b.unsqueeze(0)).square().sum(2);
}
