namespace Glaze.Onnx.Shapes;

/// <summary>
/// Computes the small integer arithmetic that exporters put in front of Reshape, Expand and the like
/// (Shape, Gather, Concat, …), so that such shapes are known before running.
/// </summary>
internal static class ConstantFolder
{
    private const int MaximumElements = 4096;

    /// <summary>The value of the node's first output when its inputs are known and the operator is one of those few, else null.</summary>
    public static OnnxTensor? TryFold(ShapeQuery query, TensorType output)
    {
        var node = query.Node;
        switch (node.Operator)
        {
            case "Constant":
                return ReadConstant(node);
            case "Shape":
                var shape = query.Shape(0);
                var start = (int)node.GetInt("start", 0);
                return OnnxTensor.FromInt64s([.. shape.Skip(start < 0 ? Math.Max(start + shape.Count, 0) : start).Take((int)output.Shape[0])]);
            case "Size":
                return OnnxTensor.FromInt64s([], [query.Input(0).ElementCount]);
        }

        var count = TensorSize.CountElements(output.Shape);
        if (output.Type != ElementType.Int64 || count > MaximumElements || !Enumerable.Range(0, node.Inputs.Count).All(index => IsSmallInteger(query, index)))
        {
            return null;
        }

        var values = Compute(query, node);
        return values is null ? null : OnnxTensor.FromInt64s(output.Shape, values);
    }

    /// <summary>The tensor a Constant node holds, whichever attribute it is in; null when there is none.</summary>
    public static OnnxTensor? ReadConstant(OnnxNode node) =>
        node.Attributes.Values.Select(attribute => attribute.Value switch
        {
            OnnxTensor tensor => tensor,
            float number => OnnxTensor.FromFloats([], [number]),
            long integer => OnnxTensor.FromInt64s([], [integer]),
            float[] numbers => OnnxTensor.FromFloats([numbers.Length], numbers),
            long[] integers => OnnxTensor.FromInt64s(integers),
            _ => null,
        }).FirstOrDefault();

    private static bool IsSmallInteger(ShapeQuery query, int index) =>
        query.TryConstant(index) is { Type: ElementType.Int64 or ElementType.Int32, ElementCount: <= MaximumElements };

    private static long[]? Compute(ShapeQuery query, OnnxNode node) => node.Operator switch
    {
        "Identity" or "Cast" or "Squeeze" or "Unsqueeze" or "Reshape" => Values(query, 0),
        "Concat" when query.Shape(0).Count == 1 => [.. Enumerable.Range(0, node.Inputs.Count).SelectMany(index => Values(query, index))],
        "Gather" when query.Shape(0).Count == 1 => Gather(query),
        "Slice" when query.Shape(0).Count == 1 => Slice(query),
        "ConstantOfShape" => Filled(query),
        "Neg" => Array.ConvertAll(Values(query, 0), value => -value),
        "Add" => Combine(query, (left, right) => left + right),
        "Sub" => Combine(query, (left, right) => left - right),
        "Mul" => Combine(query, (left, right) => left * right),
        "Div" => Combine(query, (left, right) => right == 0 ? throw query.Fail("it divides by zero") : left / right),
        _ => null,
    };

    private static long[] Values(ShapeQuery query, int index) => query.Constant(index).ToInt64s();

    private static long[] Gather(ShapeQuery query)
    {
        var source = Values(query, 0);
        return [.. Values(query, 1).Select(index => source[query.Axis(index, source.Length)])];
    }

    private static long[] Slice(ShapeQuery query)
    {
        var source = Values(query, 0);
        var range = SliceRange.Resolve(Values(query, 1)[0], Values(query, 2)[0], query.Has(4) ? Values(query, 4)[0] : 1, source.Length);
        return [.. Enumerable.Range(0, (int)range.Count).Select(index => source[range.Start + (index * range.Step)])];
    }

    private static long[] Filled(ShapeQuery query)
    {
        var values = new long[TensorSize.CountElements(Values(query, 0))];
        Array.Fill(values, query.Node.GetTensor("value")?.ToInt64s()[0] ?? 0);
        return values;
    }

    // Equal lengths, or one of the two a single number.
    private static long[]? Combine(ShapeQuery query, Func<long, long, long> operation)
    {
        var (left, right) = (Values(query, 0), Values(query, 1));
        if (left.Length != right.Length && left.Length != 1 && right.Length != 1)
        {
            return null;
        }

        var result = new long[Math.Max(left.Length, right.Length)];
        for (var index = 0; index < result.Length; index++)
        {
            result[index] = operation(left[left.Length == 1 ? 0 : index], right[right.Length == 1 ? 0 : index]);
        }

        return result;
    }
}
