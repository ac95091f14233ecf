using Glaze.Engine.Files;
using Glaze.Imaging;
using Glaze.Imaging.Files;

namespace Glaze.Engine.Commands;

/// <summary>Reads the pictures that a command names; a read that stalls (a pipe, a disk of the network) can be cancelled.</summary>
internal static class PictureSource
{
    /// <summary>Reads a picture.</summary>
    /// <param name="path">A file, or <c>-</c> for standard input.</param>
    /// <param name="context">Where standard input is, and what cancels.</param>
    /// <exception cref="ImageFileException">It cannot be read.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    public static SourcePicture Load(string path, CommandContext context)
    {
        // The thread that reads cannot be stopped; it is left behind.
        var reading = Task.Run(() => path == StandardStream.Name ? Decode(context) : ReadFile(path));
        return reading.WaitAsync(context.CancellationToken).GetAwaiter().GetResult();
    }

    private static SourcePicture ReadFile(string path)
    {
        var image = ImageFile.Load(path);
        return new SourcePicture(image, image.Format == ImageFormat.Jpeg ? QualityOf(path) : null);
    }

    private static SourcePicture Decode(CommandContext context)
    {
        using var input = context.OpenInput();
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        var image = ImageDecoder.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), StandardStream.InputName);
        bytes.Position = 0;
        return new SourcePicture(image, JpegQuality.Estimate(bytes));
    }

    // What cannot be opened a second time, such as a pipe, has no quality to keep.
    private static int? QualityOf(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return stream.CanSeek ? JpegQuality.Estimate(stream) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
