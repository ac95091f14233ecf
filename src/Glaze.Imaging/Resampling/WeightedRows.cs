using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Glaze.Imaging.Resampling;

/// <summary>Weighted sums of rows, the inner loop of separable filters. Every sum is taken in the order of its weights.</summary>
public static class WeightedRows
{
    /// <summary>target[i] = Σ_k weights[k] · source[i + k·step].</summary>
    /// <param name="source">At least target.Length + (weights.Length − 1)·step values.</param>
    /// <param name="step">Distance between the rows that are summed: a picture's width for columns, 1 for rows, 0 for one row; not negative.</param>
    /// <param name="weights">The weights, one or more.</param>
    /// <param name="target">Overwritten; must not overlap the source.</param>
    /// <exception cref="ArgumentException">The source is too short.</exception>
    public static void Sum(ReadOnlySpan<float> source, int step, ReadOnlySpan<float> weights, Span<float> target)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        if (source.Length < target.Length + ((weights.Length - 1) * (long)step))
        {
            throw new ArgumentException("The source is too short for this many weights.", nameof(source));
        }

        var lanes = Vector<float>.Count;
        ref var input = ref MemoryMarshal.GetReference(source);
        ref var output = ref MemoryMarshal.GetReference(target);
        var i = 0;
        for (; i <= target.Length - (4 * lanes); i += 4 * lanes)
        {
            var (a, b, c, d) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
            ref var run = ref Unsafe.Add(ref input, i);
            foreach (var value in weights)
            {
                var weight = new Vector<float>(value);
                a += Vector.LoadUnsafe(ref run) * weight;
                b += Vector.LoadUnsafe(ref run, (nuint)lanes) * weight;
                c += Vector.LoadUnsafe(ref run, (nuint)(2 * lanes)) * weight;
                d += Vector.LoadUnsafe(ref run, (nuint)(3 * lanes)) * weight;
                run = ref Unsafe.Add(ref run, step);
            }

            a.StoreUnsafe(ref output, (nuint)i);
            b.StoreUnsafe(ref output, (nuint)(i + lanes));
            c.StoreUnsafe(ref output, (nuint)(i + (2 * lanes)));
            d.StoreUnsafe(ref output, (nuint)(i + (3 * lanes)));
        }

        for (; i < target.Length; i++)
        {
            var sum = 0f;
            for (var k = 0; k < weights.Length; k++)
            {
                sum += source[i + (k * step)] * weights[k];
            }

            target[i] = sum;
        }
    }
}
