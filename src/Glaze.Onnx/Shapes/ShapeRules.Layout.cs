namespace Glaze.Onnx.Shapes;

/// <content>Operators that rearrange elements without changing their number.</content>
internal static partial class ShapeRules
{
    private static TensorType[] Reshape(ShapeQuery query)
    {
        var input = query.Shape(0);
        var requested = query.ListFrom("shape", 1) ?? throw query.Fail("the requested shape is missing");
        var allowZero = query.Node.GetInt("allowzero", 0) != 0;
        var shape = new long[requested.Length];
        var open = -1;
        var known = 1L;
        for (var axis = 0; axis < shape.Length; axis++)
        {
            shape[axis] = requested[axis] switch
            {
                0 when !allowZero => axis < input.Count ? input[axis] : throw query.Fail($"axis {axis} has nothing to copy"),
                -1 when open < 0 => 1,
                >= 0 => requested[axis],
                _ => throw query.Fail($"[{string.Join(", ", requested)}] is not a shape"),
            };
            open = requested[axis] == -1 ? axis : open;
            known = checked(known * shape[axis]);
        }

        var count = query.Input(0).ElementCount;
        if (open >= 0 && known > 0 && count % known == 0)
        {
            shape[open] = count / known;
        }
        else if (known != count)
        {
            throw query.Fail($"{count} elements do not fit [{string.Join(", ", requested)}]");
        }

        return [new(query.Type(0), shape)];
    }

    private static TensorType[] Flatten(ShapeQuery query)
    {
        var shape = query.Shape(0);
        var axis = query.Node.GetInt("axis", 1);
        var split = (int)(axis < 0 ? axis + shape.Count : axis);
        if (split < 0 || split > shape.Count)
        {
            throw query.Fail($"axis {axis} is outside rank {shape.Count}");
        }

        return [new(query.Type(0), [Product(shape.Take(split)), Product(shape.Skip(split))])];
    }

    private static TensorType[] Transpose(ShapeQuery query)
    {
        var shape = query.Shape(0);
        var order = query.Node.GetInts("perm") ?? [.. Enumerable.Range(0, shape.Count).Select(axis => (long)axis).Reverse()];
        if (!order.Order().SequenceEqual(Enumerable.Range(0, shape.Count).Select(axis => (long)axis)))
        {
            throw query.Fail($"[{string.Join(", ", order)}] does not order {shape.Count} axes");
        }

        return [new(query.Type(0), [.. order.Select(axis => shape[(int)axis])])];
    }

    private static TensorType[] Squeeze(ShapeQuery query)
    {
        var shape = query.Shape(0);
        var axes = query.ListFrom("axes", 1)?.Select(axis => query.Axis(axis, shape.Count)).ToHashSet()
            ?? Enumerable.Range(0, shape.Count).Where(axis => shape[axis] == 1).ToHashSet();
        if (axes.Any(axis => shape[axis] != 1))
        {
            throw query.Fail($"an axis of [{string.Join(", ", shape)}] to squeeze is not 1");
        }

        return [new(query.Type(0), [.. shape.Where((_, axis) => !axes.Contains(axis))])];
    }

    private static TensorType[] Unsqueeze(ShapeQuery query)
    {
        var shape = query.Shape(0);
        var given = query.ListFrom("axes", 1) ?? throw query.Fail("axes are missing");
        var rank = shape.Count + given.Length;
        var axes = given.Select(axis => query.Axis(axis, rank)).ToHashSet();
        var result = new long[rank];
        var source = 0;
        for (var axis = 0; axis < rank; axis++)
        {
            result[axis] = axes.Contains(axis) ? 1 : shape[source++];
        }

        return [new(query.Type(0), result)];
    }

    private static TensorType[] DepthToSpace(ShapeQuery query)
    {
        var shape = query.Shape(0);
        var block = query.Node.GetInt("blocksize", 0);
        if (block < 1 || shape.Count != 4 || shape[1] % (block * block) != 0)
        {
            throw query.Fail($"[{string.Join(", ", shape)}] does not divide into blocks of {block}");
        }

        return [new(query.Type(0), [shape[0], shape[1] / (block * block), shape[2] * block, shape[3] * block])];
    }

    private static TensorType[] SpaceToDepth(ShapeQuery query)
    {
        var shape = query.Shape(0);
        var block = query.Node.GetInt("blocksize", 0);
        if (block < 1 || shape.Count != 4 || shape[2] % block != 0 || shape[3] % block != 0)
        {
            throw query.Fail($"[{string.Join(", ", shape)}] does not divide into blocks of {block}");
        }

        return [new(query.Type(0), [shape[0], shape[1] * block * block, shape[2] / block, shape[3] / block])];
    }

    private static TensorType[] Shape(ShapeQuery query)
    {
        var (start, end) = ShapeBounds(query.Node, query.Shape(0).Count);
        return [new(ElementType.Int64, [Math.Max(end - start, 0)])];
    }

    private static TensorType[] Size(ShapeQuery query) => [new(ElementType.Int64, [])];

    private static (int Start, int End) ShapeBounds(OnnxNode node, int rank)
    {
        var start = node.GetInt("start", 0);
        var end = node.GetInt("end", rank);
        return ((int)Math.Clamp(start < 0 ? start + rank : start, 0, rank), (int)Math.Clamp(end < 0 ? end + rank : end, 0, rank));
    }

    private static long Product(IEnumerable<long> dimensions) => dimensions.Aggregate(1L, (product, dimension) => checked(product * dimension));
}
