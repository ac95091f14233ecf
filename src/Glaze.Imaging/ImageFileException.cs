namespace Glaze.Imaging;

/// <summary>A picture file cannot be read or written. The message is one sentence that names the file and the remedy.</summary>
public sealed class ImageFileException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One sentence for the artist: which file, what is wrong, what to do.</param>
    /// <param name="innerException">What the library or the system said, for logs.</param>
    public ImageFileException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
