namespace Glaze.Onnx.Shapes;

/// <summary>Kernel, strides, dilations and pads of a sliding window, with ONNX's defaults filled in.</summary>
internal sealed class WindowGeometry
{
    private WindowGeometry(long[] kernel, long[] strides, long[] dilations, long[] pads, bool isSame)
    {
        Kernel = kernel;
        Strides = strides;
        Dilations = dilations;
        Pads = pads;
        IsSame = isSame;
    }

    public long[] Kernel { get; }

    public long[] Strides { get; }

    public long[] Dilations { get; }

    /// <summary>Padding before each axis, then after each axis; zeros under "same" padding.</summary>
    public long[] Pads { get; }

    public bool IsSame { get; }

    public int Rank => Kernel.Length;

    public static WindowGeometry Read(ShapeQuery query, long[] kernel)
    {
        var node = query.Node;
        var rank = kernel.Length;
        var strides = node.GetInts("strides") ?? Ones(rank);
        var dilations = node.GetInts("dilations") ?? Ones(rank);
        var automatic = node.GetString("auto_pad", "NOTSET");
        var explicitPads = string.Equals(automatic, "NOTSET", StringComparison.Ordinal);
        var pads = explicitPads ? node.GetInts("pads") ?? new long[2 * rank] : new long[2 * rank];
        if (strides.Length != rank || dilations.Length != rank || pads.Length != 2 * rank
            || strides.Concat(dilations).Concat(kernel).Any(value => value < 1))
        {
            throw query.Fail("kernel, strides, dilations and pads do not belong together");
        }

        return new WindowGeometry(kernel, strides, dilations, pads, automatic.StartsWith("SAME", StringComparison.Ordinal));
    }

    /// <summary>Input elements from the first to the last one under the dilated kernel.</summary>
    public long Extent(int axis) => (Dilations[axis] * (Kernel[axis] - 1)) + 1;

    public long OutputSize(int axis, long input, bool roundUp)
    {
        var stride = Strides[axis];
        if (IsSame)
        {
            return (input + stride - 1) / stride;
        }

        var (before, after) = (Pads[axis], Pads[axis + Rank]);
        var travel = input + before + after - Extent(axis);
        if (travel < 0)
        {
            return 0;
        }

        var size = (roundUp ? (travel + stride - 1) / stride : travel / stride) + 1;

        // Rounding up must not start a window wholly inside the padding after the data.
        return roundUp && (size - 1) * stride >= input + before ? size - 1 : size;
    }

    private static long[] Ones(int count)
    {
        var ones = new long[count];
        Array.Fill(ones, 1);
        return ones;
    }
}
