namespace Glaze.Inference;

/// <summary>ONNX Runtime does not accept the model, whatever computes it: a bad graph, an unknown operator, a shape left open.</summary>
public sealed class ModelRejectedException : Exception
{
    internal ModelRejectedException(string reason, Exception? inner = null)
        : base($"The model cannot be run: {reason}", inner) => Reason = reason;

    /// <summary>ONNX Runtime's own words.</summary>
    public string Reason { get; }
}
