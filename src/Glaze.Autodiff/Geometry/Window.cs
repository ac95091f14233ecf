using Glaze.Onnx;

namespace Glaze.Autodiff.Geometry;

/// <summary>Kernel, strides, dilations and effective pads of a convolution or pooling node, one entry per spatial axis.</summary>
internal sealed record Window(long[] Kernel, long[] Strides, long[] Dilations, long[] Before, long[] After)
{
    public int Rank => Kernel.Length;

    /// <summary>Reads a node whose input and output shapes are known, which settles automatic padding and rounding up.</summary>
    public static Window Read(OnnxNode node, long[] kernel, long[] input, long[] output)
    {
        var rank = kernel.Length;
        var strides = node.GetInts("strides") ?? Filled(rank);
        var dilations = node.GetInts("dilations") ?? Filled(rank);
        var pads = node.GetInts("pads") ?? new long[2 * rank];
        var automatic = node.GetString("auto_pad", "NOTSET");
        var (before, after) = (pads[..rank], new long[rank]);
        for (var axis = 0; axis < rank; axis++)
        {
            // in + before + after = stride · (out − 1) + extent, which also counts windows that rounding up adds.
            var extent = (dilations[axis] * (kernel[axis] - 1)) + 1;
            var total = (strides[axis] * (output[axis + 2] - 1)) + extent - input[axis + 2];
            before[axis] = automatic switch
            {
                "SAME_UPPER" => Math.Max(total, 0) / 2,
                "SAME_LOWER" => (Math.Max(total, 0) + 1) / 2,
                "VALID" => 0,
                _ => before[axis],
            };
            after[axis] = total - before[axis];
        }

        return new Window(kernel, strides, dilations, before, after);
    }

    /// <summary>Input elements from the first to the last one under the dilated kernel.</summary>
    public long Extent(int axis) => (Dilations[axis] * (Kernel[axis] - 1)) + 1;

    private static long[] Filled(int count)
    {
        var ones = new long[count];
        Array.Fill(ones, 1);
        return ones;
    }
}
