namespace Glaze.Inference;

/// <summary>An execution provider could not be started on this machine; another one may.</summary>
public sealed class ProviderUnavailableException : Exception
{
    /// <summary>Says why.</summary>
    /// <param name="provider">The provider that did not start.</param>
    /// <param name="reason">Why, in the words of whoever refused.</param>
    /// <param name="inner">What it threw.</param>
    public ProviderUnavailableException(ExecutionProvider provider, string reason, Exception? inner = null)
        : base($"{provider.DisplayName()} could not be started: {reason}", inner)
    {
        Provider = provider;
        Reason = reason;
    }

    /// <summary>The provider that did not start.</summary>
    public ExecutionProvider Provider { get; }

    /// <summary>Why, in the words of whoever refused.</summary>
    public string Reason { get; }
}
