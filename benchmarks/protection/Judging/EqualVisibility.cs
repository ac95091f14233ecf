using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection.Judging;

/// <summary>Finds the strength at which a method is as visible as wanted.</summary>
internal static class EqualVisibility
{
    /// <summary>Bisects on a logarithmic scale.</summary>
    /// <param name="cloak">The method's picture at a strength; visibility must rise with it.</param>
    /// <param name="measure">The visibility of a cloaked picture.</param>
    /// <param name="wanted">The visibility to meet.</param>
    /// <param name="rounds">Halvings of a range of 64 : 1 around strength 1.</param>
    /// <returns>The picture.</returns>
    public static PixelBuffer Match(Func<double, PixelBuffer> cloak, Func<PixelBuffer, double> measure, double wanted, int rounds)
    {
        var (low, high) = (-3.0, 3.0);
        for (var round = 0; round < rounds; round++)
        {
            var middle = (low + high) / 2;
            if (measure(cloak(Math.Pow(2, middle))) < wanted)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return cloak(Math.Pow(2, (low + high) / 2));
    }
}
