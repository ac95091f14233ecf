namespace Glaze.Inference.Selection;

/// <summary>A provider that was tried or passed over, and why it is not in use.</summary>
/// <param name="Provider">The provider that failed.</param>
/// <param name="Cause">Why, of a few causes.</param>
/// <param name="Reason">Why, as one English sentence for people, often with the words of a driver.</param>
public sealed record ProviderFailure(ExecutionProvider Provider, ProviderFailureCause Cause, string Reason)
{
    /// <summary>What became of a provider that threw.</summary>
    /// <param name="exception">What it threw.</param>
    public static ProviderFailure Of(ProviderException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var cause = exception.IsOutOfMemory ? ProviderFailureCause.OutOfMemory
            : exception is ProviderLostException ? ProviderFailureCause.Lost
            : ProviderFailureCause.NotStarted;
        return new ProviderFailure(exception.Provider, cause, exception.Message);
    }
}
