using Glaze.Onnx;

namespace Glaze.Autodiff;

/// <summary>
/// Recomputes in the backward pass what is cheap to compute again, so that it need not be kept since the forward pass (Griewank and
/// Walther 2000; Chen et al., arXiv 1604.06174): scales and shifts per channel.
/// </summary>
internal static class Rematerialization
{
    // An operand this much smaller than the result is a factor or summand per channel, not another image.
    private const int Smaller = 64;

    /// <summary>The same value from further back, or the value itself when it is no scaled or shifted one.</summary>
    public static string Of(GraphBuilder graph, string value)
    {
        if (graph.Producer(value) is not { Operator: "Add" or "Mul" } producer)
        {
            return value;
        }

        var (image, operand) = Size(producer.Inputs[0]) > Size(producer.Inputs[1])
            ? (producer.Inputs[0], producer.Inputs[1])
            : (producer.Inputs[1], producer.Inputs[0]);
        if (Size(operand) * Smaller > Size(value) || Size(image) != Size(value))
        {
            return value;
        }

        // The other order of operands, or ONNX Runtime would find the node that is there already and keep its result.
        var again = Of(graph, image);
        return producer.Inputs[0] == image ? graph.Node(producer.Operator, [operand, again]) : graph.Node(producer.Operator, [again, operand]);

        long Size(string name) => graph.Value(name).ElementCount;
    }
}
