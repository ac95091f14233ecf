using Glaze.Onnx;

namespace Glaze.Autodiff;

/// <summary>The small vocabulary gradient rules are written in: I and O are the node's inputs and outputs, GO the adjoint of an output.</summary>
internal sealed class VjpContext(GraphBuilder graph, OnnxNode node, IReadOnlyDictionary<string, string> adjoints, Func<string, bool> isWanted)
{
    /// <summary>Returned for an input to which no adjoint flows.</summary>
    public const string Nothing = "";

    /// <summary>Where adjoint nodes are added.</summary>
    public GraphBuilder Graph => graph;

    public OnnxNode Node => node;

    public string I(int index) => node.Inputs[index];

    public string O(int index) => node.Outputs[index];

    public bool HasI(int index) => node.HasInput(index);

    public bool HasGO(int index) => index < node.Outputs.Count && adjoints.ContainsKey(node.Outputs[index]);

    /// <summary>Adjoint of an output in the output's full shape; zeros when nothing flows back into it.</summary>
    public string GO(int index) => HasGO(index)
        ? Expand(adjoints[O(index)], Shape(O(index)))
        : graph.Constant(OnnxTensor.Filled(Shape(O(index)), 0, Type(O(index))));

    /// <summary>Adjoint of output 0 as it is: of the output's shape or of one that broadcasts to it. For elementwise rules.</summary>
    public string GOThin => adjoints[O(0)];

    /// <summary>True when the adjoint of an input is asked for.</summary>
    public bool Wants(int index) => HasI(index) && isWanted(I(index));

    public long[] Shape(string name) => [.. graph.Shape(name)];

    public ElementType Type(string name) => graph.Value(name).Type;

    /// <summary>The input's value when it is known now.</summary>
    public OnnxTensor? TryConstant(int index) => HasI(index) ? graph.TryConstant(I(index)) : null;

    /// <summary>The input's value, which the rule needs to know now.</summary>
    public OnnxTensor Constant(int index) => TryConstant(index) ?? throw Unsupported($"input {index} is not a constant");

    /// <summary>A scalar in the type of input 0.</summary>
    public string Number(double value) => graph.Constant(value, Type(I(0)));

    /// <summary>One adjoint for input 0 and none for the rest.</summary>
    public string?[] OnlyFirst(string adjoint)
    {
        var result = new string?[node.Inputs.Count];
        result[0] = adjoint;
        return result;
    }

    /// <summary>A value repeated to a shape it broadcasts to; itself when it has that shape already.</summary>
    public string Expand(string value, IReadOnlyList<long> shape) => graph.Shape(value).SequenceEqual(shape)
        ? value
        : graph.Node("Expand", [value, graph.Constant([.. shape])]);

    public string Reshape(string value, IReadOnlyList<long> shape) => graph.Shape(value).SequenceEqual(shape)
        ? value
        : graph.Reshape(value, [.. shape]);

    public string Mul(string left, string right) => graph.Mul(left, right);

    public string Mul(string left, double right) => right == 1 ? left : graph.Mul(left, right);

    public string Add(string left, string right) => graph.Add(left, right);

    public string Sub(string left, string right) => graph.Sub(left, right);

    public string Div(string left, string right) => graph.Div(left, right);

    public string Neg(string value) => graph.Node("Neg", [value]);

    public string Greater(string left, string right) => graph.Node("Greater", [left, right]);

    public string Equal(string left, string right) => graph.Node("Equal", [left, right]);

    public string Where(string condition, string yes, string no) => graph.Node("Where", [condition, yes, no]);

    /// <summary>The adjoint of broadcasting: sums a value over the axes along which a shape was repeated.</summary>
    /// <param name="value">Adjoint of the broadcast value, possibly still thin along some axes.</param>
    /// <param name="full">Shape after broadcasting.</param>
    /// <param name="target">Shape before broadcasting.</param>
    public string SumTo(string value, IReadOnlyList<long> full, IReadOnlyList<long> target) => BroadcastAdjoint.SumTo(graph, value, full, target);

    public UnsupportedOperatorException Unsupported(string reason) => new(node.Operator, graph.Opset, node.DisplayName, reason);
}
