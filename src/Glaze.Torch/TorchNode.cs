using Glaze.Inference;
using Glaze.Onnx;
using static TorchSharp.torch;

namespace Glaze.Torch;

/// <summary>The small vocabulary operators are written in: a node, its inputs as tensors, and what of them is known beforehand.</summary>
internal sealed class TorchNode(OnnxNode node, OnnxGraph graph, IReadOnlyDictionary<string, Tensor> values)
{
    /// <summary>An input.</summary>
    public Tensor I(int index) => values[node.Inputs[index]];

    /// <summary>An optional input; null when it is left out.</summary>
    public Tensor? Optional(int index) => node.HasInput(index) ? I(index) : null;

    /// <summary>The integers of an input that is a constant of the graph; null when it is left out.</summary>
    public long[]? Constant(int index) => !node.HasInput(index) ? null
        : graph.Initializers.TryGetValue(node.Inputs[index], out var tensor) ? tensor.ToInt64s()
        : throw Unsupported($"input {index} is not a constant");

    /// <summary>Integers that newer operator sets take as an input and older ones as an attribute.</summary>
    public long[]? Integers(int index, string attribute) => Constant(index) ?? node.GetInts(attribute);

    public long Int(string attribute, long otherwise) => node.GetInt(attribute, otherwise);

    public float Float(string attribute, float otherwise) => node.GetFloat(attribute, otherwise);

    public long[]? Ints(string attribute) => node.GetInts(attribute);

    public int InputCount => node.Inputs.Count;

    /// <summary>Refuses a window that is placed by rule instead of by numbers.</summary>
    public void RequireStatedWindow()
    {
        if (node.GetString("auto_pad", "NOTSET") != "NOTSET" || I(0).dim() != 4)
        {
            throw Unsupported("only windows over two axes with stated padding are computed");
        }
    }

    public ModelRejectedException Unsupported(string reason) => new($"TorchSharp's backend cannot compute {node.Operator} node '{node.DisplayName}': {reason}.");
}
