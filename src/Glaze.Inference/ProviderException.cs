namespace Glaze.Inference;

/// <summary>An execution provider failed, at its start or under way; the same work may succeed on the next one (<see cref="Selection.ProviderSelector"/>).</summary>
public abstract class ProviderException : Exception
{
    private protected ProviderException(ExecutionProvider provider, string message, Exception? inner)
        : base(message, inner) => Provider = provider;

    /// <summary>The provider that failed.</summary>
    public ExecutionProvider Provider { get; }

    /// <summary>Whether memory ran out, the device's own or the machine's.</summary>
    public bool IsOutOfMemory { get; private protected init; }
}
