namespace Glaze.Onnx.Shapes;

/// <summary>What a shape rule may ask about the node at hand.</summary>
internal sealed class ShapeQuery(OnnxNode node, int opset, IReadOnlyDictionary<string, OnnxValue> values, IReadOnlyDictionary<string, OnnxTensor> constants)
{
    public OnnxNode Node => node;

    public int Opset => opset;

    public bool Has(int index) => node.HasInput(index);

    public OnnxValue Input(int index)
    {
        if (!Has(index))
        {
            throw Fail($"input {index} is missing");
        }

        return values.TryGetValue(node.Inputs[index], out var value) ? value : throw Fail($"the shape of '{node.Inputs[index]}' is unknown");
    }

    public ElementType Type(int index) => Input(index).Type;

    public IReadOnlyList<long> Shape(int index) => Input(index).Shape;

    /// <summary>The input's value when it is known before running, else null.</summary>
    public OnnxTensor? TryConstant(int index) => Has(index) && constants.TryGetValue(node.Inputs[index], out var tensor) ? tensor : null;

    /// <summary>The input's value, which must be known before running because the output shape depends on it.</summary>
    public OnnxTensor Constant(int index) => TryConstant(index)
        ?? throw Fail($"input {index} decides the shape and is not a constant");

    /// <summary>An integer list that older opsets keep in an attribute and newer ones in an input; null when given in neither.</summary>
    public long[]? ListFrom(string attribute, int input) => node.GetInts(attribute) ?? (Has(input) ? Constant(input).ToInt64s() : null);

    /// <summary>Counts a negative axis from the end and checks it.</summary>
    public int Axis(long axis, int rank)
    {
        var resolved = axis < 0 ? axis + rank : axis;
        return resolved >= 0 && resolved < Math.Max(rank, 1) ? (int)resolved : throw Fail($"axis {axis} is outside rank {rank}");
    }

    public InvalidModelException Fail(string reason) =>
        new($"Cannot infer the shape of {node.Operator} node '{node.DisplayName}': {reason}.");
}
