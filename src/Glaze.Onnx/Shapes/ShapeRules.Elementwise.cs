namespace Glaze.Onnx.Shapes;

/// <content>Operators that act on each element.</content>
internal static partial class ShapeRules
{
    /// <summary>The shape that several shapes broadcast to, or null when they do not.</summary>
    public static long[]? TryBroadcast(IEnumerable<IReadOnlyList<long>> shapes)
    {
        var result = Array.Empty<long>();
        foreach (var shape in shapes)
        {
            var longer = result.Length >= shape.Count ? result : shape;
            var shorter = result.Length >= shape.Count ? shape : result;
            var offset = longer.Count - shorter.Count;
            var next = longer.ToArray();
            for (var axis = 0; axis < shorter.Count; axis++)
            {
                var (left, right) = (longer[axis + offset], shorter[axis]);
                if (left != right && left != 1 && right != 1)
                {
                    return null;
                }

                next[axis + offset] = left == 1 ? right : left;
            }

            result = next;
        }

        return result;
    }

    private static TensorType[] SameAsFirst(ShapeQuery query) => [new(query.Type(0), query.Shape(0))];

    private static TensorType[] SameAsFirstInBool(ShapeQuery query) => [new(ElementType.Bool, query.Shape(0))];

    private static TensorType[] Broadcast(ShapeQuery query) => [new(query.Type(0), BroadcastInputs(query, 0))];

    private static TensorType[] BroadcastToBool(ShapeQuery query) => [new(ElementType.Bool, BroadcastInputs(query, 0))];

    private static TensorType[] Where(ShapeQuery query) => [new(query.Type(1), BroadcastInputs(query, 0))];

    private static TensorType[] Cast(ShapeQuery query) => [new((ElementType)query.Node.GetInt("to", 0), query.Shape(0))];

    private static TensorType[] CastLike(ShapeQuery query) => [new(query.Type(1), query.Shape(0))];

    private static TensorType[] Dropout(ShapeQuery query) =>
        [new(query.Type(0), query.Shape(0)), new(query.Opset >= 10 ? ElementType.Bool : query.Type(0), query.Shape(0))];

    private static long[] BroadcastInputs(ShapeQuery query, int first)
    {
        var shapes = Enumerable.Range(first, query.Node.Inputs.Count - first).Select(query.Shape).ToArray();
        return TryBroadcast(shapes)
            ?? throw query.Fail($"shapes {string.Join(" and ", shapes.Select(shape => $"[{string.Join(", ", shape)}]"))} do not broadcast");
    }
}
