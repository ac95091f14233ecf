using Glaze.Imaging.Files;
using Glaze.Imaging.Vips;
using NetVips;

namespace Glaze.Imaging;

/// <summary>
/// Reads and writes picture files: PNG, JPEG, WebP and TIFF with what they say of themselves.
/// Writing is atomic: a temporary file beside the target, then a rename; a failure leaves an existing file as it was.
/// </summary>
public static class ImageFile
{
    /// <summary>Reads a picture; the format is told by the content, not by the extension.</summary>
    /// <exception cref="ImageFileException">It cannot be read; the message is one sentence for the artist.</exception>
    public static LoadedImage Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var picture = ImageDecoder.Decode(ReadBytes(path, out var rights), path);
        picture.Rights = rights;
        return picture;
    }

    /// <summary>Writes a picture in the format its extension names.</summary>
    /// <param name="path">Target path; an existing file is replaced as a whole or not at all.</param>
    /// <param name="pixels">The picture.</param>
    /// <param name="metadataFrom">The file it was made from: its metadata, bit depth and channel layout are kept, and a new file is
    /// for no more people than it is; null writes a plain file.</param>
    /// <param name="quality">JPEG quality, 1..100.</param>
    /// <returns>What of the original the file cannot hold, each as a few words that can end a sentence; empty when nothing was lost.</returns>
    /// <exception cref="ImageFileException">It cannot be written; the message is one sentence for the artist.</exception>
    public static IReadOnlyList<string> Save(string path, PixelBuffer pixels, LoadedImage? metadataFrom = null, int quality = ImageEncoder.DefaultQuality)
    {
        CheckTarget(path);
        var format = ImageFormats.FromExtension(path)!.Value;
        byte[] bytes;
        IReadOnlyList<string> notKept;
        try
        {
            bytes = ImageEncoder.Encode(pixels, format, metadataFrom, quality, out notKept);
        }
        catch (VipsException e)
        {
            throw new ImageFileException($"'{path}' cannot be written as {format} ({pixels.Width}×{pixels.Height} pixels); save it as .png instead.", e);
        }
        catch (DllNotFoundException e)
        {
            throw VipsLibrary.Missing(path, e);
        }

        WriteAtomically(path, bytes, metadataFrom?.Rights);
        return notKept;
    }

    /// <summary>Fails now, with the sentence that <see cref="Save"/> would fail with, rather than after minutes of work.</summary>
    /// <param name="path">Where it is to go.</param>
    /// <param name="mayMakeFolder">Whether folders that are missing will be made.</param>
    /// <exception cref="ImageFileException">The extension is unknown, or no such file can be made there (<see cref="AtomicFile.Obstacle"/>).</exception>
    public static void CheckTarget(string path, bool mayMakeFolder = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (ImageFormats.FromExtension(path) is null)
        {
            throw new ImageFileException($"'{path}' has no extension that names a picture format; use .png, .jpg, .webp or .tif.");
        }

        if (AtomicFile.Obstacle(path, mayMakeFolder) is { } obstacle)
        {
            throw new ImageFileException(WriteFailure(path, obstacle));
        }
    }

    /// <summary>The sentence for a failed write; null when the failure is not the file system's.</summary>
    internal static string? WriteFailure(string path, Exception cause) => AtomicFile.Reason(cause) is { } reason ? WriteFailure(path, reason) : null;

    private static string WriteFailure(string path, string reason) => $"'{path}' cannot be written because {reason}.";

    private static byte[] ReadBytes(string path, out UnixFileMode? rights)
    {
        if (Directory.Exists(path))
        {
            throw new ImageFileException($"'{path}' is a folder; name a picture file inside it.");
        }

        try
        {
            rights = AtomicFile.RightsOf(path);
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ImageFileException($"'{path}' does not exist; check its name and folder.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new ImageFileException($"'{path}' cannot be read because access was denied; check who may open it.", e);
        }
        catch (IOException e)
        {
            throw new ImageFileException($"'{path}' cannot be read because the system refused it; close other programs that use it, or copy it elsewhere.", e);
        }
    }

    private static void WriteAtomically(string path, byte[] bytes, UnixFileMode? atMost)
    {
        try
        {
            AtomicFile.Write(path, bytes, atMost);
        }
        catch (Exception e) when (WriteFailure(path, e) is { } sentence)
        {
            throw new ImageFileException(sentence, e);
        }
    }
}
