namespace Glaze.Autodiff.Rules;

/// <content>Operators that only move elements.</content>
internal static partial class VjpRules
{
    // y = x in another shape ⇒ dx = dy in x's shape (Reshape, Flatten, Squeeze, Unsqueeze)
    private static string?[] Rearranged(VjpContext v) => v.OnlyFirst(v.Reshape(v.GO(0), v.Shape(v.I(0))));

    // y = x with axes reordered ⇒ dx = dy with the inverse order
    private static string?[] Transpose(VjpContext v)
    {
        var rank = v.Shape(v.I(0)).Length;
        var order = v.Node.GetInts("perm") ?? [.. Enumerable.Range(0, rank).Select(axis => (long)(rank - 1 - axis))];
        var inverse = new long[rank];
        for (var axis = 0; axis < rank; axis++)
        {
            inverse[order[axis]] = axis;
        }

        return v.OnlyFirst(v.Graph.Transpose(v.GO(0), inverse));
    }

    // y = x with blocks of channels laid out in space ⇒ dx = dy gathered back: Reshape, Transpose, Reshape, because
    // SpaceToDepth has no WebGPU kernel and knows one of the two channel orders only
    private static string?[] DepthToSpace(VjpContext v)
    {
        var (shape, block) = (v.Shape(v.I(0)), v.Node.GetInt("blocksize", 1));
        var (channels, height, width) = (shape[1] / (block * block), shape[2], shape[3]);
        var split = v.Reshape(v.GO(0), [shape[0], channels, height, block, width, block]);
        long[] order = v.Node.GetString("mode", "DCR") is "CRD" ? [0, 1, 3, 5, 2, 4] : [0, 3, 5, 1, 2, 4];
        return v.OnlyFirst(v.Reshape(v.Graph.Transpose(split, order), shape));
    }
}
