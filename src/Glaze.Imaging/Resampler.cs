using System.Numerics;
using System.Runtime.InteropServices;

namespace Glaze.Imaging;

/// <summary>
/// Resizes planar pictures with antialiasing, and carries gradients back through the same resize.
/// Resize is linear, y = A·x; <see cref="Adjoint"/> is exactly Aᵀ: ⟨A·x, y⟩ = ⟨x, Aᵀ·y⟩ up to float rounding.
/// </summary>
public static class Resampler
{
    /// <summary>Resizes a picture; borders use renormalised weights, so that a constant picture stays constant.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="width">Target width, at least 1.</param>
    /// <param name="height">Target height, at least 1.</param>
    /// <param name="filter">The kernel.</param>
    public static PlanarImage Resize(PlanarImage image, int width, int height, ResampleFilter filter = ResampleFilter.Bilinear)
    {
        ArgumentNullException.ThrowIfNull(image);
        var horizontal = ResampleWeights.Create(image.Width, width, filter);
        var vertical = ResampleWeights.Create(image.Height, height, filter);
        var result = new PlanarImage(width, height);
        var narrow = new float[(long)image.Height * width];
        for (var c = 0; c < PlanarImage.ChannelCount; c++)
        {
            GatherColumns(image.Plane(c), image.Width, narrow, width, horizontal);
            GatherRows(narrow, result.Plane(c), width, vertical);
        }

        return result;
    }

    /// <summary>The transpose of <see cref="Resize"/>: from a gradient at the target size to the gradient at the source size.</summary>
    /// <param name="gradient">d loss / d resized, at the size Resize produced.</param>
    /// <param name="width">Width of the picture that was resized.</param>
    /// <param name="height">Height of the picture that was resized.</param>
    /// <param name="filter">The kernel that was used.</param>
    /// <returns>d loss / d picture, width × height.</returns>
    public static PlanarImage Adjoint(PlanarImage gradient, int width, int height, ResampleFilter filter = ResampleFilter.Bilinear)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        var horizontal = ResampleWeights.Create(width, gradient.Width, filter);
        var vertical = ResampleWeights.Create(height, gradient.Height, filter);
        var result = new PlanarImage(width, height);
        var narrow = new float[(long)height * gradient.Width];
        for (var c = 0; c < PlanarImage.ChannelCount; c++)
        {
            Array.Clear(narrow);
            ScatterRows(gradient.Plane(c), narrow, gradient.Width, vertical);
            ScatterColumns(narrow, gradient.Width, result.Plane(c), width, horizontal);
        }

        return result;
    }

    private static void GatherColumns(ReadOnlySpan<float> from, int fromWidth, Span<float> to, int toWidth, ResampleWeights weights)
    {
        for (var row = 0; row < to.Length / toWidth; row++)
        {
            var source = from.Slice(row * fromWidth, fromWidth);
            var target = to.Slice(row * toWidth, toWidth);
            for (var i = 0; i < toWidth; i++)
            {
                var taps = weights.Taps[i];
                var run = source.Slice(weights.Starts[i], taps.Length);
                var sum = 0f;
                for (var k = 0; k < taps.Length; k++)
                {
                    sum += taps[k] * run[k];
                }

                target[i] = sum;
            }
        }
    }

    private static void ScatterColumns(ReadOnlySpan<float> from, int fromWidth, Span<float> to, int toWidth, ResampleWeights weights)
    {
        for (var row = 0; row < from.Length / fromWidth; row++)
        {
            var source = from.Slice(row * fromWidth, fromWidth);
            var target = to.Slice(row * toWidth, toWidth);
            for (var i = 0; i < fromWidth; i++)
            {
                var taps = weights.Taps[i];
                var run = target.Slice(weights.Starts[i], taps.Length);
                for (var k = 0; k < taps.Length; k++)
                {
                    run[k] += taps[k] * source[i];
                }
            }
        }
    }

    private static void GatherRows(ReadOnlySpan<float> from, Span<float> to, int width, ResampleWeights weights)
    {
        for (var i = 0; i < weights.Starts.Length; i++)
        {
            var target = to.Slice(i * width, width);
            for (var k = 0; k < weights.Taps[i].Length; k++)
            {
                AddScaled(target, from.Slice((weights.Starts[i] + k) * width, width), weights.Taps[i][k]);
            }
        }
    }

    private static void ScatterRows(ReadOnlySpan<float> from, Span<float> to, int width, ResampleWeights weights)
    {
        for (var i = 0; i < weights.Starts.Length; i++)
        {
            var source = from.Slice(i * width, width);
            for (var k = 0; k < weights.Taps[i].Length; k++)
            {
                AddScaled(to.Slice((weights.Starts[i] + k) * width, width), source, weights.Taps[i][k]);
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
