namespace Glaze.Onnx.Shapes;

/// <content>Matrix products, normalisations and reductions.</content>
internal static partial class ShapeRules
{
    private static TensorType[] MatMul(ShapeQuery query)
    {
        var (left, right) = (query.Shape(0), query.Shape(1));
        if (left.Count == 0 || right.Count == 0)
        {
            throw query.Fail("scalars cannot be multiplied as matrices");
        }

        long[] rows = left.Count == 1 ? [1, left[0]] : [.. left];
        long[] columns = right.Count == 1 ? [right[0], 1] : [.. right];
        var batch = TryBroadcast([rows[..^2], columns[..^2]]);
        if (rows[^1] != columns[^2] || batch is null)
        {
            throw query.Fail($"[{string.Join(", ", left)}] cannot be multiplied by [{string.Join(", ", right)}]");
        }

        var shape = batch.ToList();
        if (left.Count > 1)
        {
            shape.Add(rows[^2]);
        }

        if (right.Count > 1)
        {
            shape.Add(columns[^1]);
        }

        return [new(query.Type(0), shape)];
    }

    private static TensorType[] Gemm(ShapeQuery query)
    {
        var (left, right) = (query.Shape(0), query.Shape(1));
        if (left.Count != 2 || right.Count != 2)
        {
            throw query.Fail("both factors must be matrices");
        }

        var (turnLeft, turnRight) = (query.Node.GetInt("transA", 0) != 0, query.Node.GetInt("transB", 0) != 0);
        if (left[turnLeft ? 0 : 1] != right[turnRight ? 1 : 0])
        {
            throw query.Fail($"[{string.Join(", ", left)}] cannot be multiplied by [{string.Join(", ", right)}]");
        }

        return [new(query.Type(0), [left[turnLeft ? 1 : 0], right[turnRight ? 0 : 1]])];
    }

    private static TensorType[] BatchNormalization(ShapeQuery query)
    {
        if (query.Node.Outputs.Count > 1)
        {
            throw query.Fail("training mode is not supported");
        }

        return SameAsFirst(query);
    }

    private static TensorType[] LayerNormalization(ShapeQuery query)
    {
        var shape = query.Shape(0);
        var axis = query.Axis(query.Node.GetInt("axis", -1), shape.Count);
        long[] statistics = [.. shape.Select((dimension, index) => index < axis ? dimension : 1)];
        return [new(query.Type(0), shape), new(ElementType.Float, statistics), new(ElementType.Float, statistics)];
    }

    private static TensorType[] Reduce(ShapeQuery query)
    {
        var axes = query.ListFrom("axes", 1);
        if (axes is null or { Length: 0 })
        {
            if (query.Node.GetInt("noop_with_empty_axes", 0) != 0)
            {
                return SameAsFirst(query);
            }

            axes = [.. Enumerable.Range(0, query.Shape(0).Count).Select(axis => (long)axis)];
        }

        return [new(query.Type(0), ReduceShape(query, axes))];
    }

    private static TensorType[] ArgReduce(ShapeQuery query) => [new(ElementType.Int64, ReduceShape(query, [query.Node.GetInt("axis", 0)]))];

    private static IReadOnlyList<long> ReduceShape(ShapeQuery query, long[] axes)
    {
        var shape = query.Shape(0);
        var reduced = axes.Select(axis => query.Axis(axis, shape.Count)).ToHashSet();
        var keep = query.Node.GetInt("keepdims", 1) != 0;
        return
        [
            .. Enumerable.Range(0, shape.Count)
                .Where(axis => keep || !reduced.Contains(axis))
                .Select(axis => reduced.Contains(axis) ? 1 : shape[axis]),
        ];
    }
}
