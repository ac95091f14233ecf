using Glaze.Onnx.Protobuf;
using Glaze.Onnx.Serialization;
using Glaze.Onnx.Shapes;

namespace Glaze.Onnx.Tests.Conformance;

/// <summary>One of ONNX's own operator tests: a model, inputs for it and the outputs they must give.</summary>
internal sealed class ConformanceCase(string folder)
{
    public string Name { get; } = Path.GetFileName(folder);

    public byte[] Model { get; } = File.ReadAllBytes(Path.Combine(folder, "model.onnx"));

    /// <summary>True when we know every operator, and every value is a tensor of numbers.</summary>
    public bool IsSupported
    {
        get
        {
            var graph = ModelProto.Parser.ParseFrom(Model).Graph;
            return graph.Node.All(node => node.Domain.Length == 0 && ShapeInference.SupportedOperators.Contains(node.OpType))
                && graph.Input.Concat(graph.Output).All(value => IsNumeric(value.Type?.TensorType))
                && !graph.Node.Any(IsTraining);
        }
    }

    public Dictionary<string, OnnxTensor> Inputs(OnnxModel model) => Read("input_", [.. model.Graph.Inputs.Select(input => input.Name)]);

    public Dictionary<string, OnnxTensor> Outputs(OnnxModel model) => Read("output_", [.. model.Graph.Outputs.Select(output => output.Name)]);

    private static bool IsNumeric(TensorTypeProto? type) => type is not null && ((ElementType)type.ElemType).SizeInBytes() > 0;

    // Statistics gathered in training are the one use of these operators that the product has no use for.
    private static bool IsTraining(NodeProto node) => node.OpType is "BatchNormalization" or "Dropout" && (node.Output.Count > 1 || node.Input.Count == 3);

    private Dictionary<string, OnnxTensor> Read(string prefix, string[] names)
    {
        var tensors = new Dictionary<string, OnnxTensor>(StringComparer.Ordinal);
        for (var index = 0; index < names.Length; index++)
        {
            var path = Path.Combine(folder, "test_data_set_0", $"{prefix}{index}.pb");
            tensors[names[index]] = TensorDecoder.Decode(TensorProto.Parser.ParseFrom(File.ReadAllBytes(path)), Path.GetFileName(path));
        }

        return tensors;
    }
}
