using Glaze.Onnx;

namespace Glaze.Autodiff.Geometry;

/// <summary>A linear map along one axis, y = A·x with A of [out, in], for resampling and edge padding.</summary>
internal sealed class AxisMap
{
    private readonly float[] _matrix;

    public AxisMap(int outputs, int inputs)
    {
        Outputs = outputs;
        Inputs = inputs;
        _matrix = new float[outputs * inputs];
    }

    public int Outputs { get; }

    public int Inputs { get; }

    /// <summary>Padding by "edge" (repeat the rim) or "reflect" (mirror without the rim); null for other modes.</summary>
    public static AxisMap? ForPadding(string mode, long size, long before, long after)
    {
        if (mode is not ("edge" or "reflect"))
        {
            return null;
        }

        var map = new AxisMap((int)(before + size + after), (int)size);
        for (var index = 0; index < map.Outputs; index++)
        {
            var position = index - before;
            if (mode is "edge")
            {
                position = Math.Clamp(position, 0, size - 1);
            }
            else if (size > 1)
            {
                var period = 2 * (size - 1);
                position = ((position % period) + period) % period;
                position = position < size ? position : period - position;
            }

            map.Add(index, (int)position, 1);
        }

        return map;
    }

    public void Add(int output, int input, float weight) => _matrix[(output * Inputs) + input] += weight;

    /// <summary>dx = Aᵀ·dy along an axis, as one matrix product.</summary>
    public string ApplyAdjoint(GraphBuilder graph, string adjoint, int axis)
    {
        var shape = graph.Shape(adjoint);
        if (axis == shape.Count - 1)
        {
            return graph.MatMul(adjoint, Matrix(graph, transposed: false));
        }

        // Everything after the axis is one row of the product.
        long[] before = [.. shape.Take(axis)];
        var rest = shape.Skip(axis + 1).Aggregate(1L, (product, size) => product * size);
        var product = graph.MatMul(Matrix(graph, transposed: true), graph.Reshape(adjoint, [.. before, Outputs, rest]));
        return graph.Reshape(product, [.. before, Inputs, .. shape.Skip(axis + 1)]);
    }

    // Rows of Aᵀ from the left for an inner axis; A from the right for the last one.
    private string Matrix(GraphBuilder graph, bool transposed)
    {
        if (!transposed)
        {
            return graph.Initializer("axis_map", OnnxTensor.FromFloats([Outputs, Inputs], _matrix));
        }

        var turned = new float[_matrix.Length];
        for (var output = 0; output < Outputs; output++)
        {
            for (var input = 0; input < Inputs; input++)
            {
                turned[(input * Outputs) + output] = _matrix[(output * Inputs) + input];
            }
        }

        return graph.Initializer("axis_map", OnnxTensor.FromFloats([Inputs, Outputs], turned));
    }
}
