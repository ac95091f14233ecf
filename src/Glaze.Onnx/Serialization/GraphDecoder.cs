using Glaze.Onnx.Protobuf;

namespace Glaze.Onnx.Serialization;

/// <summary>Turns the file's graph message into our graph.</summary>
internal static class GraphDecoder
{
    public static OnnxGraph Decode(GraphProto proto)
    {
        var graph = new OnnxGraph { Name = proto.Name };
        foreach (var tensor in proto.Initializer)
        {
            if (!graph.Initializers.TryAdd(tensor.Name, TensorDecoder.Decode(tensor, $"initializer '{tensor.Name}'")))
            {
                throw new InvalidModelException($"Initializer '{tensor.Name}' is defined twice.");
            }
        }

        // Old files list every initializer among the inputs as well.
        graph.Inputs.AddRange(proto.Input.Where(input => !graph.Initializers.ContainsKey(input.Name)).Select(DecodeInput));
        graph.Nodes.AddRange(proto.Node.Select(DecodeNode));
        graph.Outputs.AddRange(proto.Output.Select(DecodeOutput));
        return graph;
    }

    private static OnnxValue DecodeInput(ValueInfoProto proto) => proto.Type?.TensorType?.Shape is null
        ? throw new InvalidModelException($"Graph input '{proto.Name}' is not a tensor of known rank.")
        : DecodeTyped(proto);

    private static OnnxValue DecodeOutput(ValueInfoProto proto) => proto.Type?.TensorType?.Shape is null
        ? new OnnxValue(proto.Name, ElementType.Undefined, [])
        : DecodeTyped(proto);

    private static OnnxValue DecodeTyped(ValueInfoProto proto)
    {
        var tensor = proto.Type.TensorType;
        var shape = tensor.Shape.Dim.Select(dimension => dimension.HasDimValue ? dimension.DimValue : -1).ToArray();
        if (shape.Any(dimension => dimension < -1))
        {
            throw new InvalidModelException($"'{proto.Name}' has a negative dimension.");
        }

        return new OnnxValue(proto.Name, (ElementType)tensor.ElemType, shape);
    }

    private static OnnxNode DecodeNode(NodeProto proto)
    {
        if (proto.OpType.Length == 0)
        {
            throw new InvalidModelException($"Node '{proto.Name}' names no operator.");
        }

        var node = new OnnxNode
        {
            Operator = proto.OpType,
            Name = proto.Name,
            Domain = string.Equals(proto.Domain, "ai.onnx", StringComparison.Ordinal) ? string.Empty : proto.Domain,
            Inputs = [.. proto.Input],
            Outputs = [.. proto.Output],
        };
        foreach (var attribute in proto.Attribute)
        {
            node.Attributes[attribute.Name] = DecodeAttribute(attribute, node);
        }

        return node;
    }

    private static OnnxAttribute DecodeAttribute(AttributeProto proto, OnnxNode node) => KindOf(proto) switch
    {
        AttributeKind.Float => proto.F,
        AttributeKind.Int => proto.I,
        AttributeKind.Text => proto.S.ToStringUtf8(),
        AttributeKind.Tensor when proto.T is not null => TensorDecoder.Decode(proto.T, $"attribute '{proto.Name}' of node '{node.DisplayName}'"),
        AttributeKind.Floats => proto.Floats.ToArray(),
        AttributeKind.Ints => proto.Ints.ToArray(),
        AttributeKind.Texts => proto.Strings.Select(text => text.ToStringUtf8()).ToArray(),
        _ => throw new InvalidModelException($"Attribute '{proto.Name}' of {node.Operator} node '{node.DisplayName}' has type {proto.Type}, which is not supported."),
    };

    // Files of the first format version do not state the type.
    private static AttributeKind KindOf(AttributeProto proto) => proto switch
    {
        { Type: not 0 } => (AttributeKind)proto.Type,
        { HasF: true } => AttributeKind.Float,
        { HasI: true } => AttributeKind.Int,
        { HasS: true } => AttributeKind.Text,
        { T: not null } => AttributeKind.Tensor,
        { Floats.Count: > 0 } => AttributeKind.Floats,
        { Strings.Count: > 0 } => AttributeKind.Texts,
        _ => AttributeKind.Ints,
    };
}
