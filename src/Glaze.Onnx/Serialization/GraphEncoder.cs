using Glaze.Onnx.Protobuf;
using Google.Protobuf;

namespace Glaze.Onnx.Serialization;

/// <summary>Turns our graph into the file's graph message.</summary>
internal static class GraphEncoder
{
    public static GraphProto Encode(OnnxGraph graph)
    {
        var proto = new GraphProto { Name = graph.Name };
        proto.Initializer.Add(graph.Initializers.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => EncodeTensor(pair.Key, pair.Value)));
        proto.Input.Add(graph.Inputs.Select(EncodeValue));
        proto.Output.Add(graph.Outputs.Select(EncodeValue));
        proto.Node.Add(graph.Nodes.Select(EncodeNode));
        return proto;
    }

    private static ValueInfoProto EncodeValue(OnnxValue value)
    {
        var proto = new ValueInfoProto { Name = value.Name };
        if (value.Type == ElementType.Undefined)
        {
            return proto;
        }

        var shape = new TensorShapeProto();
        for (var axis = 0; axis < value.Rank; axis++)
        {
            shape.Dim.Add(value.Shape[axis] >= 0
                ? new DimensionProto { DimValue = value.Shape[axis] }
                : new DimensionProto { DimParam = $"{value.Name}_{axis}" });
        }

        proto.Type = new TypeProto { TensorType = new TensorTypeProto { ElemType = (int)value.Type, Shape = shape } };
        return proto;
    }

    private static NodeProto EncodeNode(OnnxNode node)
    {
        var proto = new NodeProto { OpType = node.Operator };
        if (node.Name.Length > 0)
        {
            proto.Name = node.Name;
        }

        if (node.Domain.Length > 0)
        {
            proto.Domain = node.Domain;
        }

        proto.Input.Add(node.Inputs);
        proto.Output.Add(node.Outputs);
        proto.Attribute.Add(node.Attributes.Select(pair => EncodeAttribute(pair.Key, pair.Value)));
        return proto;
    }

    private static AttributeProto EncodeAttribute(string name, OnnxAttribute attribute)
    {
        var proto = new AttributeProto { Name = name, Type = (int)attribute.Kind };
        switch (attribute.Value)
        {
            case float number:
                proto.F = number;
                break;
            case long integer:
                proto.I = integer;
                break;
            case string text:
                proto.S = ByteString.CopyFromUtf8(text);
                break;
            case OnnxTensor tensor:
                proto.T = EncodeTensor(name, tensor);
                break;
            case float[] numbers:
                proto.Floats.Add(numbers);
                break;
            case long[] integers:
                proto.Ints.Add(integers);
                break;
            case string[] texts:
                proto.Strings.Add(texts.Select(ByteString.CopyFromUtf8));
                break;
        }

        return proto;
    }

    private static TensorProto EncodeTensor(string name, OnnxTensor tensor)
    {
        var proto = new TensorProto
        {
            Name = name,
            DataType = (int)tensor.Type,
            RawData = UnsafeByteOperations.UnsafeWrap(tensor.Bytes),
        };
        proto.Dims.Add(tensor.Shape);
        return proto;
    }
}
