namespace Glaze.Onnx.Shapes;

/// <content>Operators that join, cut, repeat, pick or create elements.</content>
internal static partial class ShapeRules
{
    private static TensorType[] Concat(ShapeQuery query)
    {
        var shape = query.Shape(0).ToArray();
        var axis = query.Axis(query.Node.GetInt("axis", 0), shape.Length);
        for (var index = 1; index < query.Node.Inputs.Count; index++)
        {
            var other = query.Shape(index);
            if (other.Count != shape.Length || Enumerable.Range(0, shape.Length).Any(dimension => dimension != axis && other[dimension] != shape[dimension]))
            {
                throw query.Fail($"[{string.Join(", ", other)}] cannot be joined to [{string.Join(", ", shape)}] on axis {axis}");
            }

            shape[axis] += other[axis];
        }

        return [new(query.Type(0), shape)];
    }

    private static TensorType[] Split(ShapeQuery query)
    {
        var shape = query.Shape(0);
        var axis = query.Axis(query.Node.GetInt("axis", 0), shape.Count);
        var sizes = query.ListFrom("split", 1) ?? EvenSizes(shape[axis], query.Node.Outputs.Count);
        if (sizes.Sum() != shape[axis] || sizes.Any(size => size < 0) || sizes.Length < query.Node.Outputs.Count)
        {
            throw query.Fail($"[{string.Join(", ", sizes)}] does not divide an axis of {shape[axis]}");
        }

        return [.. sizes.Select(size => new TensorType(query.Type(0), Replace(shape, axis, size)))];
    }

    private static TensorType[] Slice(ShapeQuery query)
    {
        var shape = query.Shape(0).ToArray();
        var starts = query.ListFrom("starts", 1) ?? throw query.Fail("starts are missing");
        var ends = query.ListFrom("ends", 2) ?? throw query.Fail("ends are missing");
        var axes = query.ListFrom("axes", 3) ?? [.. Enumerable.Range(0, starts.Length).Select(axis => (long)axis)];
        var steps = query.ListFrom("steps", 4);
        for (var index = 0; index < starts.Length; index++)
        {
            var axis = query.Axis(axes[index], shape.Length);
            shape[axis] = SliceRange.Resolve(starts[index], ends[index], steps?[index] ?? 1, shape[axis]).Count;
        }

        return [new(query.Type(0), shape)];
    }

    private static TensorType[] Pad(ShapeQuery query)
    {
        var shape = query.Shape(0).ToArray();
        var pads = query.ListFrom("pads", 1) ?? throw query.Fail("pads are missing");
        var axes = (query.Has(3) ? query.Constant(3).ToInt64s() : [.. Enumerable.Range(0, shape.Length).Select(axis => (long)axis)])
            .Select(axis => query.Axis(axis, shape.Length)).ToArray();
        if (pads.Length != 2 * axes.Length)
        {
            throw query.Fail($"{pads.Length} pads do not fit {axes.Length} axes");
        }

        for (var index = 0; index < axes.Length; index++)
        {
            shape[axes[index]] += pads[index] + pads[index + axes.Length];
        }

        return [new(query.Type(0), shape)];
    }

    private static TensorType[] Expand(ShapeQuery query)
    {
        var target = query.Constant(1).ToInt64s();
        return [new(query.Type(0), TryBroadcast([query.Shape(0), target]) ?? throw query.Fail($"the input does not broadcast to [{string.Join(", ", target)}]"))];
    }

    private static TensorType[] Tile(ShapeQuery query)
    {
        var (shape, repeats) = (query.Shape(0), query.Constant(1).ToInt64s());
        return repeats.Length == shape.Count
            ? [new(query.Type(0), [.. shape.Select((dimension, axis) => dimension * repeats[axis])])]
            : throw query.Fail($"{repeats.Length} repeats do not fit rank {shape.Count}");
    }

    private static TensorType[] Gather(ShapeQuery query)
    {
        var shape = query.Shape(0);
        var axis = query.Axis(query.Node.GetInt("axis", 0), shape.Count);
        return [new(query.Type(0), [.. shape.Take(axis), .. query.Shape(1), .. shape.Skip(axis + 1)])];
    }

    private static TensorType[] GatherElements(ShapeQuery query) => [new(query.Type(0), query.Shape(1))];

    private static TensorType[] Constant(ShapeQuery query)
    {
        var tensor = ConstantFolder.ReadConstant(query.Node) ?? throw query.Fail("it holds no tensor");
        return [new(tensor.Type, tensor.Shape)];
    }

    private static TensorType[] ConstantOfShape(ShapeQuery query) =>
        [new(query.Node.GetTensor("value")?.Type ?? ElementType.Float, query.Constant(0).ToInt64s())];

    private static TensorType[] Upsample(ShapeQuery query) => ScaleShape(query, query.Node.GetFloats("scales") ?? query.Constant(1).ToFloats());

    private static TensorType[] Resize(ShapeQuery query)
    {
        if (query.Opset < 11)
        {
            return ScaleShape(query, query.Constant(1).ToFloats());
        }

        if (query.Node.HasAttribute("axes") || query.Node.GetString("keep_aspect_ratio_policy", "stretch") is not "stretch")
        {
            throw query.Fail("axes and keep_aspect_ratio_policy are not supported");
        }

        if (!query.Has(3))
        {
            return ScaleShape(query, query.Constant(2).ToFloats());
        }

        var sizes = query.Constant(3).ToInt64s();
        return sizes.Length == query.Shape(0).Count
            ? [new(query.Type(0), sizes)]
            : throw query.Fail($"{sizes.Length} sizes do not fit rank {query.Shape(0).Count}");
    }

    private static TensorType[] ScaleShape(ShapeQuery query, float[] scales)
    {
        var shape = query.Shape(0);
        return scales.Length == shape.Count
            ? [new(query.Type(0), [.. shape.Select((dimension, axis) => (long)Math.Floor(dimension * scales[axis]))])]
            : throw query.Fail($"{scales.Length} scales do not fit rank {shape.Count}");
    }

    private static long[] EvenSizes(long total, int parts)
    {
        var size = (total + parts - 1) / parts;
        return [.. Enumerable.Range(0, parts).Select(part => Math.Max(Math.Min(size, total - (part * size)), 0))];
    }

    private static long[] Replace(IReadOnlyList<long> shape, int axis, long size)
    {
        var result = shape.ToArray();
        result[axis] = size;
        return result;
    }
}
