using System.Runtime.InteropServices;

namespace Glaze.Onnx.Shapes;

/// <summary>The elements one axis of a Slice picks, with negative and overlong bounds resolved.</summary>
/// <param name="Start">Index of the first element picked.</param>
/// <param name="Count">Number of elements picked.</param>
/// <param name="Step">Distance from one to the next; negative runs backwards.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SliceRange(long Start, long Count, long Step)
{
    /// <summary>Resolves bounds by the rules of the Slice operator.</summary>
    /// <param name="start">First index; negative counts from the end.</param>
    /// <param name="end">Index past the last; negative counts from the end.</param>
    /// <param name="step">Not 0.</param>
    /// <param name="size">Length of the axis.</param>
    /// <exception cref="InvalidModelException">The step is 0.</exception>
    public static SliceRange Resolve(long start, long end, long step, long size)
    {
        if (step == 0)
        {
            throw new InvalidModelException("A Slice cannot have step 0.");
        }

        var first = start < 0 ? start + size : start;
        var last = end < 0 && end + size >= -1 ? end + size : end;
        if (step > 0)
        {
            first = Math.Clamp(first, 0, size);
            last = Math.Clamp(last, 0, size);
            return new SliceRange(first, Math.Max(CeilingDivide(last - first, step), 0), step);
        }

        first = Math.Clamp(first, 0, size - 1);
        last = Math.Clamp(last, -1, size - 1);
        return new SliceRange(first, Math.Max(CeilingDivide(first - last, step == long.MinValue ? long.MaxValue : -step), 0), step);
    }

    private static long CeilingDivide(long value, long divisor) => value <= 0 ? 0 : ((value - 1) / divisor) + 1;
}
