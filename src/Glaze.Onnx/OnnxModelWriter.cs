using Glaze.Onnx.Protobuf;
using Glaze.Onnx.Serialization;
using Google.Protobuf;

namespace Glaze.Onnx;

/// <summary>Writes models in the ONNX file format.</summary>
public static class OnnxModelWriter
{
    /// <summary>Writes a model, weights included. The same model gives the same bytes.</summary>
    /// <param name="model">Model to write; it is checked first.</param>
    /// <returns>Content of an .onnx file.</returns>
    /// <exception cref="InvalidModelException">The graph is not well formed.</exception>
    public static byte[] Write(OnnxModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        GraphChecker.Check(model.Graph);
        var proto = new ModelProto
        {
            IrVersion = model.IrVersion,
            ProducerName = model.Producer,
            Graph = GraphEncoder.Encode(model.Graph),
        };
        proto.OpsetImport.Add(new OperatorSetProto { Domain = string.Empty, Version = model.Opset });
        foreach (var (domain, version) in model.OtherOpsets.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            proto.OpsetImport.Add(new OperatorSetProto { Domain = domain, Version = version });
        }

        foreach (var (key, value) in model.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            proto.MetadataProps.Add(new StringPairProto { Key = key, Value = value });
        }

        return proto.ToByteArray();
    }
}
