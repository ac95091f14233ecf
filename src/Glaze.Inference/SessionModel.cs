namespace Glaze.Inference;

/// <summary>
/// What a session computes, in the form that its provider takes: ONNX Runtime one graph that holds the gradient's nodes too, a backend
/// that differentiates by itself the forward graph and the name of its loss. Only the form that is used is written.
/// </summary>
/// <param name="Graph">Writes the whole serialized ONNX model.</param>
public sealed record SessionModel(Func<byte[]> Graph)
{
    /// <summary>Writes the model without gradients.</summary>
    public Func<byte[]> Forward { get; init; } = Graph;

    /// <summary>The forward graph's value to differentiate, of one element; null when no gradient is wanted.</summary>
    public string? Loss { get; init; }

    /// <summary>The output that each input's gradient becomes, by the input's name.</summary>
    public IReadOnlyDictionary<string, string> Gradients { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A model that is one graph for every provider.</summary>
    /// <param name="graph">A serialized ONNX model.</param>
    public static implicit operator SessionModel(byte[] graph) => FromBytes(graph);

    /// <summary>A model that is one graph for every provider.</summary>
    /// <param name="graph">A serialized ONNX model.</param>
    public static SessionModel FromBytes(byte[] graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new SessionModel(() => graph);
    }
}
