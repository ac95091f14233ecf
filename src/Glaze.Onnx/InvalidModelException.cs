namespace Glaze.Onnx;

/// <summary>A model or weight file breaks its format's rules. The message names the offending tensor, node or field.</summary>
public sealed class InvalidModelException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One sentence that names the offending thing.</param>
    public InvalidModelException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with the error that led to it.</summary>
    /// <param name="message">One sentence that names the offending thing.</param>
    /// <param name="inner">The parser's own error.</param>
    public InvalidModelException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
