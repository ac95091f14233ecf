using Glaze.Engine.Jobs;
using Glaze.Imaging;
using Glaze.Imaging.Files;

namespace Glaze.Engine.Commands;

/// <summary>Writes the cloaked copy of a picture in the format and at the quality that were asked for or that the original has.</summary>
/// <param name="file">Which picture.</param>
/// <param name="request">What was asked for.</param>
/// <param name="context">Where standard output is.</param>
internal sealed class PictureOutput(BatchFile file, BatchRequest request, CommandContext context)
{
    // JPEG from here on keeps most of a cloak (README, the table of treatments).
    private const int KindQuality = 90;

    // The largest side a format's own header can say.
    private static readonly Dictionary<ImageFormat, int> LargestSides = new() { [ImageFormat.WebP] = 16_383, [ImageFormat.Jpeg] = 65_535 };

    /// <summary>Fails now rather than after the work.</summary>
    /// <exception cref="UserException">The format cannot hold a picture of that size.</exception>
    public void Check(SourcePicture original)
    {
        var (format, side) = (FormatFor(original), Math.Max(original.Pixels.Width, original.Pixels.Height));
        if (LargestSides.TryGetValue(format, out var largest) && side > largest)
        {
            throw new UserException(
                $"{file.Output} cannot be written: {format} holds at most {largest} pixels a side and {file.Name} has {side}; choose PNG or TIFF, say with --format png.");
        }
    }

    /// <summary>Makes the folder if it is missing, and fails now rather than after the work.</summary>
    /// <exception cref="ImageFileException">The file cannot be written.</exception>
    public void Prepare()
    {
        if (file.IsToStandardOutput)
        {
            return;
        }

        if (request.IsFolder && Path.GetDirectoryName(Path.GetFullPath(file.Output)) is { } folder && AtomicFile.Obstacle(file.Output, mayMakeFolder: true) is null)
        {
            Directory.CreateDirectory(folder);
        }

        ImageFile.CheckTarget(file.Output);
    }

    /// <summary>What is lost by writing the file, in sentences.</summary>
    public IEnumerable<string> Losses(SourcePicture original)
    {
        if (FormatFor(original) != ImageFormat.Jpeg)
        {
            yield break;
        }

        if (original.Pixels.HasTransparency)
        {
            yield return $"{file.NameOfResult}: JPEG holds no transparency, so the picture was put on white; choose PNG, WebP or TIFF to keep it.";
        }

        if (request.JpegQuality is null && QualityFor(original) is < KindQuality and var quality)
        {
            yield return $"{file.NameOfResult}: saved at JPEG quality {quality}, as its original was, which takes a part of the cloak away; choose --jpeg-quality {ImageEncoder.DefaultQuality} to keep it.";
        }
    }

    /// <summary>What the written file cannot hold of what the original said of itself, as a sentence; null when nothing was lost, or not written yet.</summary>
    public string? NotKept { get; private set; }

    /// <summary>Writes the cloaked copy.</summary>
    /// <returns>What whoever opens the file sees: the cloaked pixels, as the file's compression and colours leave them.</returns>
    /// <exception cref="ImageFileException">It cannot be written.</exception>
    public PixelBuffer Write(PixelBuffer cloaked, SourcePicture original)
    {
        var format = FormatFor(original);
        var quality = QualityFor(original);
        if (!file.IsToStandardOutput)
        {
            Note(ImageFile.Save(file.Output, cloaked, original.Image, quality));
            return HoldsOther(format, original) ? PictureSource.Load(file.Output, context).Pixels : cloaked;
        }

        var bytes = ImageEncoder.Encode(cloaked, format, original.Image, quality, out var notKept);
        Note(notKept);
        using (var output = context.OpenOutput())
        {
            output.Write(bytes);
        }

        return HoldsOther(format, original) ? ImageDecoder.Decode(bytes).Pixels : cloaked;
    }

    // What compression or other colours than sRGB's leave is not quite what was computed.
    private static bool HoldsOther(ImageFormat format, SourcePicture original) => format == ImageFormat.Jpeg || original.Image.HasOwnColours;

    private void Note(IReadOnlyList<string> notKept) =>
        NotKept = notKept.Count == 0 ? null : $"{file.Output} does not have all that {file.Name} had: without {string.Join("; ", notKept)}.";

    private int QualityFor(SourcePicture original) => request.JpegQuality ?? original.JpegQuality ?? ImageEncoder.DefaultQuality;

    private ImageFormat FormatFor(SourcePicture original) => file.FormatOfName ?? request.Format ?? original.Image.Format;
}
