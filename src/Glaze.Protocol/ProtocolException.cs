namespace Glaze.Protocol;

/// <summary>The other side sent something that is not this protocol: a bad frame, a bad message or a bad order.</summary>
public sealed class ProtocolException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was expected and what was found.</param>
    public ProtocolException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with the cause underneath.</summary>
    /// <param name="message">What was expected and what was found.</param>
    /// <param name="innerException">The parser's own complaint.</param>
    public ProtocolException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
