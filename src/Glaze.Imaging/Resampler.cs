using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Glaze.Imaging.Resampling;

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
        var rows = PlanarImage.ChannelCount * image.Height;
        var narrow = ArrayPool<float>.Shared.Rent(checked(rows * width));
        Columns(image.Values, image.Width, narrow, width, rows, horizontal);
        Rows(narrow, image.Height, result.Values, width, height, vertical);
        ArrayPool<float>.Shared.Return(narrow);
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
        var horizontal = ResampleWeights.Create(width, gradient.Width, filter).Transpose(width);
        var vertical = ResampleWeights.Create(height, gradient.Height, filter).Transpose(height);
        var result = new PlanarImage(width, height);
        var rows = PlanarImage.ChannelCount * height;
        var narrow = ArrayPool<float>.Shared.Rent(checked(rows * gradient.Width));
        Rows(gradient.Values, gradient.Height, narrow, gradient.Width, height, vertical);
        Columns(narrow, gradient.Width, result.Values, width, rows, horizontal);
        ArrayPool<float>.Shared.Return(narrow);
        return result;
    }

    // Every row of all planes, from one width to another.
    private static void Columns(float[] from, int fromWidth, float[] to, int toWidth, int rows, ResampleWeights weights)
    {
        var (starts, taps, count) = weights.Pad(fromWidth);
        RowBands.Run(rows, CancellationToken.None, (first, end) =>
        {
            for (var row = first; row < end; row++)
            {
                Gather(from.AsSpan(row * fromWidth, fromWidth), to.AsSpan(row * toWidth, toWidth), starts, taps, count);
            }
        });
    }

    // Most resizes have two to four weights a position; those sums are written out.
    private static void Gather(ReadOnlySpan<float> source, Span<float> target, int[] starts, float[] taps, int count)
    {
        ref var weight = ref MemoryMarshal.GetArrayDataReference(taps);
        ref var input = ref MemoryMarshal.GetReference(source);
        for (var i = 0; i < target.Length; i++)
        {
            ref var run = ref Unsafe.Add(ref input, starts[i]);
            var sum = weight * run;
            if (count == 2)
            {
                sum += Unsafe.Add(ref weight, 1) * Unsafe.Add(ref run, 1);
            }
            else if (count == 3)
            {
                sum += Unsafe.Add(ref weight, 1) * Unsafe.Add(ref run, 1);
                sum += Unsafe.Add(ref weight, 2) * Unsafe.Add(ref run, 2);
            }
            else if (count == 4)
            {
                sum += Unsafe.Add(ref weight, 1) * Unsafe.Add(ref run, 1);
                sum += Unsafe.Add(ref weight, 2) * Unsafe.Add(ref run, 2);
                sum += Unsafe.Add(ref weight, 3) * Unsafe.Add(ref run, 3);
            }
            else
            {
                for (var k = 1; k < count; k++)
                {
                    sum += Unsafe.Add(ref weight, k) * Unsafe.Add(ref run, k);
                }
            }

            target[i] = sum;
            weight = ref Unsafe.Add(ref weight, count);
        }
    }

    // Every plane, from one height to another: each new row is a sum of neighbouring old ones.
    private static void Rows(float[] from, int fromHeight, float[] to, int width, int toHeight, ResampleWeights weights) =>
        RowBands.Run(PlanarImage.ChannelCount * toHeight, CancellationToken.None, (first, end) =>
        {
            for (var row = first; row < end; row++)
            {
                var (plane, y) = (row / toHeight, row % toHeight);
                var target = to.AsSpan(row * width, width);
                if (weights.Taps[y].Length == 0)
                {
                    target.Clear();
                    continue;
                }

                WeightedRows.Sum(from.AsSpan(((plane * fromHeight) + weights.Starts[y]) * width), width, weights.Taps[y], target);
            }
        });
}
