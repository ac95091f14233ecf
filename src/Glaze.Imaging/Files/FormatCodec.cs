using Glaze.Imaging.Metadata;
using NetVips;

namespace Glaze.Imaging.Files;

/// <summary>All that is to be known of one file format: <see cref="ImageFormats"/> has one for each.</summary>
/// <param name="Format">The format.</param>
/// <param name="Name">What people call it; in lower case its word on the command line.</param>
/// <param name="Extensions">File name extensions with their dot; the first is what a new file gets.</param>
internal sealed record FormatCodec(ImageFormat Format, string Name, params string[] Extensions)
{
    /// <summary>Whether a file's first bytes announce this format.</summary>
    public required Func<ReadOnlySpan<byte>, bool> IsAnnouncedBy { get; init; }

    /// <summary>Opens a file held in memory, its pixels to be read once from top to bottom.</summary>
    public required Func<byte[], Enums.FailOn, Image> Open { get; init; }

    /// <summary>Writes an image's pixels, and nothing beside them, at a quality of 1..100, which lossless formats ignore.</summary>
    public required Func<Image, int, byte[]> Save { get; init; }

    /// <summary>Reads what a file says beside its pixels.</summary>
    public required Func<byte[], ImageMetadata> ReadMetadata { get; init; }

    /// <summary>Puts that into a file that has none: the file, what to say, whether the pixels are still in the colours described, what could not be kept.</summary>
    public required Func<byte[], ImageMetadata, bool, List<string>, byte[]> WriteMetadata { get; init; }
}
