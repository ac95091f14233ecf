using Glaze.Autodiff.Geometry;

namespace Glaze.Autodiff.Rules;

/// <content>Resize as a linear map along each axis.</content>
internal static partial class VjpRules
{
    // y = A·x along each resized axis ⇒ dx = Aᵀ·dy along each; whole-number nearest enlargement sums blocks instead
    private static string?[] Resize(VjpContext v)
    {
        var (input, output) = (v.Shape(v.I(0)), v.Shape(v.O(0)));
        if (v.Node.GetInt("antialias", 0) != 0 || v.Node.GetInt("exclude_outside", 0) != 0)
        {
            throw v.Unsupported("antialias and exclude_outside are not supported");
        }

        var scales = v.HasI(2) && v.TryConstant(2) is { ElementCount: > 0 } given ? given.ToFloats() : null;
        if (IsBlockRepeat(v, input, output))
        {
            return v.OnlyFirst(SumBlocks(v, input, output));
        }

        var adjoint = v.GO(0);
        for (var axis = input.Length - 1; axis >= 0; axis--)
        {
            if (input[axis] == output[axis] && (scales is null || scales[axis] == 1))
            {
                continue;
            }

            var scale = scales?[axis] ?? output[axis] / (float)input[axis];
            var map = ResizeMap.Create(v.Node, (int)input[axis], (int)output[axis], scale)
                ?? throw v.Unsupported("only nearest and linear modes with the usual coordinate transformations are supported");
            adjoint = map.ApplyAdjoint(v.Graph, adjoint, axis);
        }

        return v.OnlyFirst(adjoint);
    }

    // Each pixel repeated s × s times, which is what nearest enlargement by s does under these coordinate rules.
    private static bool IsBlockRepeat(VjpContext v, long[] input, long[] output)
    {
        if (input.Length != 4 || v.Node.GetString("mode", "nearest") is not "nearest" || input[0] != output[0] || input[1] != output[1]
            || output[2] % input[2] != 0 || output[3] % input[3] != 0 || output[2] / input[2] != output[3] / input[3])
        {
            return false;
        }

        return (v.Node.GetString("coordinate_transformation_mode", "half_pixel"), v.Node.GetString("nearest_mode", "round_prefer_floor")) switch
        {
            ("asymmetric", "floor") => true,
            ("half_pixel", "round_prefer_floor" or "round_prefer_ceil") => true,
            _ => false,
        };
    }

    private static string SumBlocks(VjpContext v, long[] input, long[] output)
    {
        var block = output[2] / input[2];
        var mean = block == 1 ? v.GO(0) : v.Graph.AveragePool(v.GO(0), (int)block, (int)block);
        return v.Mul(mean, (double)(block * block));
    }
}
