namespace Glaze.Inference;

/// <summary>
/// An execution provider failed under way: the graphics device was removed, hung or reset, or memory ran out.
/// The session is of no more use; the same work may succeed on the next provider.
/// </summary>
public sealed class ProviderLostException : ProviderException
{
    /// <summary>Says what happened.</summary>
    /// <param name="provider">The provider that was lost.</param>
    /// <param name="statusCode">An HRESULT or a word.</param>
    /// <param name="statusText">What the status means.</param>
    /// <param name="inner">What the provider threw.</param>
    public ProviderLostException(ExecutionProvider provider, string statusCode, string statusText, Exception? inner = null)
        : base(provider, $"{provider.DisplayName()} was lost ({statusCode}): {statusText}", inner)
    {
        StatusCode = statusCode;
        StatusText = statusText;
        IsOutOfMemory = Native.NativeErrors.IsOutOfMemory($"{statusCode} {statusText}");
    }

    /// <summary>An HRESULT in eight hexadecimal digits such as 887A0005, or a word such as <c>OutOfMemory</c>.</summary>
    public string StatusCode { get; }

    /// <summary>What the status means.</summary>
    public string StatusText { get; }
}
