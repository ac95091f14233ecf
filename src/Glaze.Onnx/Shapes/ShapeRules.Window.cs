namespace Glaze.Onnx.Shapes;

/// <content>Convolution and pooling: operators that slide a window over the spatial axes.</content>
internal static partial class ShapeRules
{
    private static TensorType[] Conv(ShapeQuery query)
    {
        var (input, weights) = (query.Shape(0), query.Shape(1));
        CheckConvolution(query, input, weights);
        var groups = query.Node.GetInt("group", 1);
        if (groups < 1 || input[1] != weights[1] * groups || weights[0] % groups != 0)
        {
            throw query.Fail($"{input[1]} channels and {groups} groups do not fit weights [{string.Join(", ", weights)}]");
        }

        var spatial = WindowShape(query, input, query.Node.GetInts("kernel_shape") ?? [.. weights.Skip(2)]);
        return [new(query.Type(0), [input[0], weights[0], .. spatial])];
    }

    private static TensorType[] ConvTranspose(ShapeQuery query)
    {
        var (input, weights) = (query.Shape(0), query.Shape(1));
        CheckConvolution(query, input, weights);
        if (input[1] != weights[0])
        {
            throw query.Fail($"{input[1]} channels do not fit weights [{string.Join(", ", weights)}]");
        }

        var geometry = WindowGeometry.Read(query, query.Node.GetInts("kernel_shape") ?? [.. weights.Skip(2)]);
        var extra = query.Node.GetInts("output_padding") ?? new long[geometry.Rank];
        var requested = query.Node.GetInts("output_shape");
        var spatial = new long[geometry.Rank];
        for (var axis = 0; axis < geometry.Rank; axis++)
        {
            // out = stride · (in − 1) + extra + extent − pads; "same" padding makes out = stride · in.
            var full = (geometry.Strides[axis] * (input[axis + 2] - 1)) + extra[axis] + geometry.Extent(axis);
            spatial[axis] = geometry.IsSame
                ? geometry.Strides[axis] * input[axis + 2]
                : full - geometry.Pads[axis] - geometry.Pads[axis + geometry.Rank];
        }

        if (requested is not null)
        {
            spatial = requested.Length == geometry.Rank ? requested : requested[2..];
        }

        return [new(query.Type(0), [input[0], weights[1] * query.Node.GetInt("group", 1), .. spatial])];
    }

    private static TensorType[] Pool(ShapeQuery query)
    {
        var input = query.Shape(0);
        var kernel = query.Node.GetInts("kernel_shape") ?? throw query.Fail("kernel_shape is missing");
        if (input.Count != kernel.Length + 2)
        {
            throw query.Fail($"an input of rank {input.Count} does not fit a window of rank {kernel.Length}");
        }

        long[] shape = [input[0], input[1], .. WindowShape(query, input, kernel)];
        return [new(query.Type(0), shape), new(ElementType.Int64, shape)];
    }

    private static TensorType[] GlobalPool(ShapeQuery query)
    {
        var input = query.Shape(0);
        return [new(query.Type(0), [.. input.Select((dimension, axis) => axis < 2 ? dimension : 1)])];
    }

    private static void CheckConvolution(ShapeQuery query, IReadOnlyList<long> input, IReadOnlyList<long> weights)
    {
        if (input.Count < 3 || input.Count != weights.Count)
        {
            throw query.Fail($"an input of rank {input.Count} does not fit weights of rank {weights.Count}");
        }
    }

    private static long[] WindowShape(ShapeQuery query, IReadOnlyList<long> input, long[] kernel)
    {
        var geometry = WindowGeometry.Read(query, kernel);
        var roundUp = query.Node.GetInt("ceil_mode", 0) != 0;
        var shape = new long[geometry.Rank];
        for (var axis = 0; axis < geometry.Rank; axis++)
        {
            shape[axis] = geometry.OutputSize(axis, input[axis + 2], roundUp);
            if (shape[axis] < 1)
            {
                throw query.Fail($"a window of {geometry.Extent(axis)} does not fit an axis of {input[axis + 2]}");
            }
        }

        return shape;
    }
}
