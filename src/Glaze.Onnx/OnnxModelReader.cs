using Glaze.Onnx.Protobuf;
using Glaze.Onnx.Serialization;
using Google.Protobuf;

namespace Glaze.Onnx;

/// <summary>Reads models in the ONNX file format.</summary>
public static class OnnxModelReader
{
    /// <summary>Reads and checks the model in a file.</summary>
    /// <param name="path">File to read.</param>
    /// <exception cref="InvalidModelException">The content is not a model we support.</exception>
    public static OnnxModel Read(string path) => Read(File.ReadAllBytes(path));

    /// <summary>Reads and checks a model.</summary>
    /// <param name="bytes">Content of an .onnx file.</param>
    /// <exception cref="InvalidModelException">The content is not a model we support; the message names the node or tensor.</exception>
    public static OnnxModel Read(byte[] bytes)
    {
        var proto = Parse(bytes);
        if (proto.Graph is null)
        {
            throw new InvalidModelException("The model has no graph.");
        }

        var model = new OnnxModel
        {
            Graph = GraphDecoder.Decode(proto.Graph),
            Opset = ReadOpset(proto),
            IrVersion = checked((int)Math.Clamp(proto.IrVersion, 0, int.MaxValue)),
            Producer = proto.ProducerName,
        };
        foreach (var import in proto.OpsetImport.Where(import => !IsDefaultDomain(import.Domain)))
        {
            model.OtherOpsets[import.Domain] = ToVersion(import);
        }

        foreach (var property in proto.MetadataProps)
        {
            model.Metadata[property.Key] = property.Value;
        }

        GraphChecker.Check(model.Graph);
        return model;
    }

    private static ModelProto Parse(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            throw new InvalidModelException("The model is empty.");
        }

        try
        {
            return ModelProto.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException error)
        {
            throw new InvalidModelException("The content is not an ONNX model: " + error.Message, error);
        }
    }

    private static int ReadOpset(ModelProto proto)
    {
        var import = proto.OpsetImport.FirstOrDefault(import => IsDefaultDomain(import.Domain));

        // Files from before opsets were recorded mean version 1.
        return import is null ? 1 : ToVersion(import);
    }

    private static bool IsDefaultDomain(string domain) => domain.Length == 0 || string.Equals(domain, "ai.onnx", StringComparison.Ordinal);

    private static int ToVersion(OperatorSetProto import) => import.Version is >= 1 and <= 1000
        ? (int)import.Version
        : throw new InvalidModelException($"Opset version {import.Version} of domain '{import.Domain}' is not plausible.");
}
