namespace Glaze.Inference;

/// <summary>An execution provider could not be started on this machine; another one may.</summary>
public sealed class ProviderUnavailableException : ProviderException
{
    /// <summary>Says why.</summary>
    /// <param name="provider">The provider that did not start.</param>
    /// <param name="reason">Why, in the words of whoever refused.</param>
    /// <param name="inner">What it threw.</param>
    public ProviderUnavailableException(ExecutionProvider provider, string reason, Exception? inner = null)
        : base(provider, $"{provider.DisplayName()} could not be started: {reason}", inner)
    {
        Reason = reason;
        IsOutOfMemory = Native.NativeErrors.IsOutOfMemory(reason);
    }

    /// <summary>Why, in the words of whoever refused.</summary>
    public string Reason { get; }
}
