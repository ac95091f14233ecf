namespace Glaze.Onnx;

/// <summary>An ONNX model: one graph and the operator sets it is written in.</summary>
public sealed class OnnxModel
{
    /// <summary>Opset used when nothing else is asked for: the newest that all our execution providers cover.</summary>
    public const int DefaultOpset = 17;

    /// <summary>File format version used when nothing else is asked for.</summary>
    public const int DefaultIrVersion = 8;

    /// <summary>The computation.</summary>
    public OnnxGraph Graph { get; init; } = new();

    /// <summary>Version of the ai.onnx operator set.</summary>
    public int Opset { get; init; } = DefaultOpset;

    /// <summary>Version of the file format.</summary>
    public int IrVersion { get; init; } = DefaultIrVersion;

    /// <summary>Name of the program that wrote the model.</summary>
    public string Producer { get; init; } = "GlazeEffect";

    /// <summary>Versions of operator sets other than ai.onnx, by domain.</summary>
    public Dictionary<string, int> OtherOpsets { get; } = [];

    /// <summary>Free text properties stored with the model.</summary>
    public Dictionary<string, string> Metadata { get; } = [];

    /// <summary>The same model with lists of its own; nodes and tensors, which are never changed once made, are shared.</summary>
    public OnnxModel Copy()
    {
        var copy = new OnnxModel { Graph = Graph.Copy(), Opset = Opset, IrVersion = IrVersion, Producer = Producer };
        foreach (var (domain, version) in OtherOpsets)
        {
            copy.OtherOpsets.Add(domain, version);
        }

        foreach (var (key, value) in Metadata)
        {
            copy.Metadata.Add(key, value);
        }

        return copy;
    }
}
