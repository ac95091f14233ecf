namespace Glaze.Inference;

/// <summary>The runtime does not accept the model, whatever computes it: a bad graph, an unknown operator, a shape left open.</summary>
public sealed class ModelRejectedException : Exception
{
    /// <summary>Says why.</summary>
    /// <param name="reason">The words of whoever refused.</param>
    /// <param name="inner">What it threw.</param>
    public ModelRejectedException(string reason, Exception? inner = null)
        : base($"The model cannot be run: {reason}", inner) => Reason = reason;

    /// <summary>The runtime's own words.</summary>
    public string Reason { get; }
}
