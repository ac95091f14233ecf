using System.Globalization;
using Glaze.Onnx.Shapes;

namespace Glaze.Onnx;

/// <summary>
/// Writes a graph node by node. Every method that adds a node returns the name of its output. Shapes are inferred
/// as nodes are added, so a mistake is reported where it is made.
/// </summary>
public sealed partial class GraphBuilder
{
    private readonly OnnxModel _model;
    private readonly ShapeTracker _tracker;
    private readonly Dictionary<string, int> _counters = new(StringComparer.Ordinal);

    /// <summary>Starts an empty graph.</summary>
    /// <param name="opset">Version of the ai.onnx operator set to write for.</param>
    /// <param name="name">Name of the graph.</param>
    public GraphBuilder(int opset = OnnxModel.DefaultOpset, string name = "graph")
        : this(new OnnxModel { Opset = opset, Graph = new OnnxGraph { Name = name } })
    {
    }

    private GraphBuilder(OnnxModel model)
    {
        _model = model;
        _tracker = ShapeInference.Track(model);
    }

    /// <summary>Version of the ai.onnx operator set written for.</summary>
    public int Opset => _model.Opset;

    /// <summary>Put in front of generated names, to tell one stage of a graph from another.</summary>
    public string NamePrefix { get; set; } = string.Empty;

    /// <summary>The nodes so far, in order.</summary>
    public IReadOnlyList<OnnxNode> Nodes => _model.Graph.Nodes;

    /// <summary>Starts from a copy of a model, to which nodes and outputs can be added.</summary>
    /// <exception cref="InvalidModelException">A shape in the model cannot be inferred.</exception>
    public static GraphBuilder From(OnnxModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new GraphBuilder(model.Copy());
    }

    /// <summary>Adds a float32 graph input of fixed shape.</summary>
    public string Input(string name, params long[] shape) => Input(name, ElementType.Float, shape);

    /// <summary>Adds a graph input of fixed shape and given element type.</summary>
    public string Input(string name, ElementType type, params long[] shape)
    {
        var input = new OnnxValue(Available(name), type, shape);
        _tracker.AddInput(input);
        _model.Graph.Inputs.Add(input);
        return input.Name;
    }

    /// <summary>Adds a constant tensor under the given name, or that name with a number when it is taken.</summary>
    public string Initializer(string name, OnnxTensor tensor)
    {
        var unique = Available(name);
        _model.Graph.Initializers.Add(unique, tensor);
        _tracker.AddConstant(unique, tensor);
        return unique;
    }

    /// <summary>Adds a constant tensor under a generated name; equal small integer lists are stored once.</summary>
    public string Constant(OnnxTensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.ElementCount > 8)
        {
            return Initializer("constant", tensor);
        }

        foreach (var (name, existing) in _model.Graph.Initializers)
        {
            if (existing.Type == tensor.Type && existing.Shape.AsSpan().SequenceEqual(tensor.Shape) && existing.Bytes.Span.SequenceEqual(tensor.Bytes.Span))
            {
                return name;
            }
        }

        return Initializer("constant", tensor);
    }

    /// <summary>Adds a constant list of integers (axes, a shape, bounds).</summary>
    public string Constant(params long[] values) => Constant(OnnxTensor.FromInt64s(values));

    /// <summary>Adds a scalar constant of the given floating-point type.</summary>
    public string Constant(double value, ElementType type = ElementType.Float) => Constant(OnnxTensor.Scalar(value, type));

    /// <summary>Adds a node with one output.</summary>
    /// <param name="operatorName">Operator of the ai.onnx set.</param>
    /// <param name="inputs">Value names; empty for an optional input left out.</param>
    /// <param name="attributes">Attributes.</param>
    /// <returns>Name of the output.</returns>
    /// <exception cref="InvalidModelException">The output's shape cannot be inferred.</exception>
    public string Node(string operatorName, IReadOnlyList<string> inputs, params (string Name, OnnxAttribute Value)[] attributes) =>
        Add(operatorName, inputs, [Fresh(operatorName)], attributes)[0];

    /// <summary>Adds a node with one output of a chosen name.</summary>
    /// <inheritdoc cref="Node(string, IReadOnlyList{string}, ValueTuple{string, OnnxAttribute}[])"/>
    public string NamedNode(string output, string operatorName, IReadOnlyList<string> inputs, params (string Name, OnnxAttribute Value)[] attributes) =>
        Add(operatorName, inputs, [Available(output)], attributes)[0];

    /// <summary>Adds a node with several outputs.</summary>
    /// <returns>Names of the outputs.</returns>
    /// <inheritdoc cref="Node(string, IReadOnlyList{string}, ValueTuple{string, OnnxAttribute}[])"/>
    public string[] NodeWithOutputs(string operatorName, IReadOnlyList<string> inputs, int outputCount, params (string Name, OnnxAttribute Value)[] attributes) =>
        Add(operatorName, inputs, [.. Enumerable.Range(0, outputCount).Select(_ => Fresh(operatorName))], attributes);

    /// <summary>Adds a finished node under its own output names.</summary>
    /// <exception cref="InvalidModelException">An output's shape cannot be inferred.</exception>
    public void Append(OnnxNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        foreach (var output in node.Outputs.Where(IsDefined))
        {
            throw new InvalidModelException($"Output '{output}' of {node.Operator} node '{node.DisplayName}' is defined twice.");
        }

        _tracker.AddNode(node);
        _model.Graph.Nodes.Add(node);
    }

    /// <summary>Declares a value as graph output.</summary>
    public void Output(string name) => _model.Graph.Outputs.Add(Value(name));

    /// <summary>Type and shape of a value defined so far.</summary>
    /// <exception cref="ArgumentException">No such value is defined.</exception>
    public OnnxValue Value(string name) => _tracker.Values.TryGetValue(name, out var value)
        ? value
        : throw new ArgumentException($"The graph defines no value named '{name}'.", nameof(name));

    /// <summary>True when a value of this name is defined.</summary>
    public bool IsDefined(string name) => _tracker.Values.ContainsKey(name);

    /// <summary>The node that computes a value; null for an input or a constant.</summary>
    public OnnxNode? Producer(string name) => Nodes.FirstOrDefault(node => node.Outputs.Contains(name));

    /// <summary>Shape of a value defined so far.</summary>
    public IReadOnlyList<long> Shape(string name) => Value(name).Shape;

    /// <summary>The tensor behind a name when it is known before running, else null.</summary>
    public OnnxTensor? TryConstant(string name) => _tracker.Constants.GetValueOrDefault(name);

    /// <summary>The finished model. The builder may be used further; later additions do not reach the model returned.</summary>
    public OnnxModel Build() => _model.Copy();

    private string[] Add(string operatorName, IReadOnlyList<string> inputs, string[] outputs, (string Name, OnnxAttribute Value)[] attributes)
    {
        var node = new OnnxNode { Operator = operatorName, Name = outputs[0], Inputs = [.. inputs], Outputs = [.. outputs] };
        foreach (var (name, value) in attributes)
        {
            node.Attributes.Add(name, value);
        }

        Append(node);
        return outputs;
    }

    private string Available(string name) => name.Length > 0 && !IsDefined(name) ? name : Fresh(name);

    private string Fresh(string stem)
    {
        stem = NamePrefix + stem;
        string name;
        do
        {
            var count = _counters.GetValueOrDefault(stem) + 1;
            _counters[stem] = count;
            name = string.Create(CultureInfo.InvariantCulture, $"{stem}_{count}");
        }
        while (IsDefined(name));
        return name;
    }
}
