using System.Numerics.Tensors;
using Glaze.Imaging;

namespace Glaze.Cloaking.Arithmetic;

/// <summary>Arithmetic on whole planes.</summary>
internal static class VectorMath
{
    /// <summary>values ← values · factor.</summary>
    public static void Scale(Span<float> values, float factor) => TensorPrimitives.Multiply(values, factor, values);

    /// <summary>values ← values + factor · addend.</summary>
    public static void AddScaled(Span<float> values, ReadOnlySpan<float> addend, float factor) =>
        TensorPrimitives.MultiplyAdd(addend, factor, values, values);

    /// <summary>Mean of absolute values, in the same order for any number of threads.</summary>
    public static double MeanMagnitude(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        const int Block = 4096;
        for (var start = 0; start < values.Length; start += Block)
        {
            sum += TensorPrimitives.SumOfMagnitudes(values.Slice(start, Math.Min(Block, values.Length - start)));
        }

        return sum / Math.Max(1, values.Length);
    }

    /// <summary>Replaces each of the three planes by their mean.</summary>
    public static void TieChannels(PlanarImage image)
    {
        var (values, plane) = (image.Values, image.PlaneSize);
        for (var i = 0; i < plane; i++)
        {
            var mean = (values[i] + values[plane + i] + values[(2 * plane) + i]) / 3;
            values[i] = values[plane + i] = values[(2 * plane) + i] = mean;
        }
    }

    /// <summary>Sum of squared differences.</summary>
    public static double SquaredDistance(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = 0.0;
        const int Block = 4096;
        Span<float> difference = stackalloc float[Block];
        for (var start = 0; start < left.Length; start += Block)
        {
            var length = Math.Min(Block, left.Length - start);
            TensorPrimitives.Subtract(left.Slice(start, length), right.Slice(start, length), difference[..length]);
            sum += TensorPrimitives.SumOfSquares(difference[..length]);
        }

        return sum;
    }
}
