using System.Numerics;
using System.Runtime.InteropServices;

namespace Glaze.Imaging.Filters;

/// <summary>
/// Gaussian blur with half-sample reflection at the borders (… b a | a b c | c b …).
/// Under that extension the blur is a symmetric matrix: it is its own adjoint, and a constant picture stays constant.
/// </summary>
public static class GaussianBlur
{
    /// <summary>Blurs all planes; also carries a gradient back through the same blur.</summary>
    /// <param name="image">The picture or gradient.</param>
    /// <param name="sigma">Standard deviation in pixels; 0 copies.</param>
    /// <param name="cancellation">Stops between bands of rows.</param>
    public static PlanarImage Apply(PlanarImage image, float sigma, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentOutOfRangeException.ThrowIfNegative(sigma);
        var values = new float[image.Values.Length];
        for (var c = 0; c < PlanarImage.ChannelCount; c++)
        {
            var blurred = BlurPlane(image.Plane(c).ToArray(), image.Width, image.Height, sigma, cancellation);
            blurred.CopyTo(values.AsSpan(c * image.PlaneSize));
        }

        return new PlanarImage(image.Width, image.Height, values);
    }

    /// <summary>Blurs one plane of width·height values into a new array.</summary>
    internal static float[] BlurPlane(float[] plane, int width, int height, float sigma, CancellationToken cancellation = default)
    {
        if (sigma <= 0)
        {
            return (float[])plane.Clone();
        }

        var kernel = Kernel(sigma);
        var narrow = new float[plane.Length];
        RowBands.Run(height, cancellation, (first, end) => BlurRows(plane, narrow, width, first, end, kernel));
        var result = new float[plane.Length];
        RowBands.Run(height, cancellation, (first, end) => BlurColumns(narrow, result, width, height, first, end, kernel));
        return result;
    }

    /// <summary>The position that half-sample reflection maps any index to.</summary>
    internal static int Reflect(int index, int length)
    {
        var period = 2 * length;
        var folded = ((index % period) + period) % period;
        return folded < length ? folded : period - 1 - folded;
    }

    // Weights for distances 0..radius; the full kernel sums to one.
    private static float[] Kernel(float sigma)
    {
        var radius = Math.Max(1, (int)MathF.Ceiling(3 * sigma));
        var weights = new double[radius + 1];
        for (var i = 0; i <= radius; i++)
        {
            weights[i] = Math.Exp(-0.5 * i * i / ((double)sigma * sigma));
        }

        var sum = (2 * weights.Sum()) - weights[0];
        return Array.ConvertAll(weights, w => (float)(w / sum));
    }

    private static void BlurRows(float[] from, float[] to, int width, int first, int end, float[] kernel)
    {
        var radius = kernel.Length - 1;
        var padded = new float[width + (2 * radius)];
        for (var y = first; y < end; y++)
        {
            var row = from.AsSpan(y * width, width);
            row.CopyTo(padded.AsSpan(radius));
            for (var i = 0; i < radius; i++)
            {
                padded[i] = row[Reflect(i - radius, width)];
                padded[radius + width + i] = row[Reflect(width + i, width)];
            }

            var target = to.AsSpan(y * width, width);
            AddScaled(target, padded.AsSpan(radius, width), kernel[0]);
            for (var k = 1; k <= radius; k++)
            {
                AddScaled(target, padded.AsSpan(radius - k, width), kernel[k]);
                AddScaled(target, padded.AsSpan(radius + k, width), kernel[k]);
            }
        }
    }

    private static void BlurColumns(float[] from, float[] to, int width, int height, int first, int end, float[] kernel)
    {
        for (var y = first; y < end; y++)
        {
            var target = to.AsSpan(y * width, width);
            AddScaled(target, from.AsSpan(y * width, width), kernel[0]);
            for (var k = 1; k < kernel.Length; k++)
            {
                AddScaled(target, from.AsSpan(Reflect(y - k, height) * width, width), kernel[k]);
                AddScaled(target, from.AsSpan(Reflect(y + k, height) * width, width), kernel[k]);
            }
        }
    }

    // target += source · weight
    private static void AddScaled(Span<float> target, ReadOnlySpan<float> source, float weight)
    {
        var targets = MemoryMarshal.Cast<float, Vector<float>>(target);
        var sources = MemoryMarshal.Cast<float, Vector<float>>(source);
        for (var i = 0; i < targets.Length; i++)
        {
            targets[i] += sources[i] * weight;
        }

        for (var i = targets.Length * Vector<float>.Count; i < target.Length; i++)
        {
            target[i] += source[i] * weight;
        }
    }
}
