namespace Glaze.Onnx.Shapes;

/// <summary>Knows type, shape and, where possible, value of everything a growing graph has defined so far.</summary>
internal sealed class ShapeTracker(int opset)
{
    private readonly Dictionary<string, OnnxValue> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OnnxTensor> _constants = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, OnnxValue> Values => _values;

    public IReadOnlyDictionary<string, OnnxTensor> Constants => _constants;

    public void AddInput(OnnxValue input)
    {
        if (!input.IsStatic)
        {
            throw new InvalidModelException($"Input '{input.Name}' has no fixed shape: [{string.Join(", ", input.Shape)}].");
        }

        _values[input.Name] = input;
    }

    public void AddConstant(string name, OnnxTensor tensor)
    {
        _values[name] = new OnnxValue(name, tensor.Type, tensor.Shape);
        _constants[name] = tensor;
    }

    public void AddNode(OnnxNode node)
    {
        var query = new ShapeQuery(node, opset, _values, _constants);
        var types = Guarded(query, ShapeRules.Infer);

        if (node.Outputs.Count > types.Length)
        {
            throw query.Fail($"it has {node.Outputs.Count} outputs where {types.Length} are known");
        }

        for (var index = 0; index < node.Outputs.Count; index++)
        {
            if (types[index].Shape.Any(dimension => dimension < 0))
            {
                throw query.Fail($"output {index} would have shape [{string.Join(", ", types[index].Shape)}]");
            }

            if (node.Outputs[index].Length > 0)
            {
                _values[node.Outputs[index]] = new OnnxValue(node.Outputs[index], types[index].Type, types[index].Shape);
            }
        }

        if (Guarded(query, folding => ConstantFolder.TryFold(folding, types[0])) is { } value)
        {
            _constants[node.Outputs[0]] = value;
        }
    }

    // What arithmetic on hostile numbers runs into is the node's fault.
    private static T Guarded<T>(ShapeQuery query, Func<ShapeQuery, T> work)
    {
        try
        {
            return work(query);
        }
        catch (Exception error) when (error is ArithmeticException or ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            throw query.Fail("its inputs or attributes do not belong together");
        }
    }
}
