using System.Globalization;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection.Pictures;

/// <summary>What part of a picture is used, and at which size.</summary>
/// <param name="Word">"native" (the whole picture), "512" (the middle square resized) or "crop256" (the middle, not resized).</param>
internal sealed record CanvasSize(string Word)
{
    private const int Multiple = 16;
    private const string CropPrefix = "crop";

    /// <summary>Cuts or resizes a picture; sides become multiples of 16.</summary>
    public PlanarImage Apply(PlanarImage picture)
    {
        if (Word == "native")
        {
            return Middle(picture, picture.Width / Multiple * Multiple, picture.Height / Multiple * Multiple);
        }

        var isCrop = Word.StartsWith(CropPrefix, StringComparison.Ordinal);
        var side = int.Parse(isCrop ? Word[CropPrefix.Length..] : Word, CultureInfo.InvariantCulture);
        var shorter = Math.Min(picture.Width, picture.Height);
        return isCrop
            ? Middle(picture, Math.Min(side, picture.Width / Multiple * Multiple), Math.Min(side, picture.Height / Multiple * Multiple))
            : Resampler.Resize(Middle(picture, shorter, shorter), side, side);
    }

    /// <summary>Whether a word names a size.</summary>
    public static bool IsKnown(string word) => word == "native"
        || (int.TryParse(word.StartsWith(CropPrefix, StringComparison.Ordinal) ? word[CropPrefix.Length..] : word, NumberStyles.None, CultureInfo.InvariantCulture, out var side)
            && side >= 64 && side % Multiple == 0);

    private static PlanarImage Middle(PlanarImage picture, int width, int height) =>
        PixelTiles.Cut(picture, (picture.Width - width) / 2, (picture.Height - height) / 2, width, height);
}
