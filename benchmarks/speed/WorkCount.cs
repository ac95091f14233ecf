using Glaze.Onnx;

namespace Glaze.Benchmarks.Speed;

/// <summary>
/// Floating-point operations that the mathematics of a step needs, two per multiply-add: convolutions and products forward, and
/// once more for each operand that depends on the image. What an implementation does on top is not counted.
/// </summary>
internal static class WorkCount
{
    public static double LossAndGradient(OnnxModel forward)
    {
        var shapes = GraphBuilder.From(forward);
        return forward.Graph.Nodes.Sum(node => node.Operator switch
        {
            "Conv" => 4 * Count(shapes.Shape(node.Outputs[0])) * Count(shapes.Shape(node.Inputs[1]).Skip(1)),
            "MatMul" => 2 * Count(shapes.Shape(node.Outputs[0])) * shapes.Shape(node.Inputs[0])[^1]
                * (1 + node.Inputs.Count(input => !forward.Graph.Initializers.ContainsKey(input))),
            _ => 0,
        });
    }

    private static double Count(IEnumerable<long> extents) => extents.Aggregate(1.0, (product, extent) => product * extent);
}
