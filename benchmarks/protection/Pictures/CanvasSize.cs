using System.Globalization;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection.Pictures;

/// <summary>What part of a picture is used, and at which size.</summary>
/// <param name="Word">
/// "native" (the whole picture), "512" (the middle square resized), "crop256" (the middle, not resized) or "window256" (cloaked whole, judged in the
/// middle).
/// </param>
internal sealed record CanvasSize(string Word)
{
    private const int Multiple = 16;
    private const string CropPrefix = "crop";
    private const string WindowPrefix = "window";

    /// <summary>The size at which the picture is cloaked.</summary>
    public CanvasSize Cloaked => Word.StartsWith(WindowPrefix, StringComparison.Ordinal) ? new CanvasSize("native") : this;

    /// <summary>The part of the cloaked picture that is judged.</summary>
    public (int Left, int Top, int Width, int Height) Judged(int width, int height)
    {
        var (wide, high) = Word.StartsWith(WindowPrefix, StringComparison.Ordinal) ? (Math.Min(Side, width), Math.Min(Side, height)) : (width, height);
        return ((width - wide) / 2, (height - high) / 2, wide, high);
    }

    private int Side => SideOf(Word) ?? throw new InvalidOperationException($"\"{Word}\" has no side.");

    /// <summary>Cuts or resizes a picture; sides become multiples of 16.</summary>
    public PlanarImage Apply(PlanarImage picture)
    {
        if (Word == "native")
        {
            return Middle(picture, picture.Width / Multiple * Multiple, picture.Height / Multiple * Multiple);
        }

        var shorter = Math.Min(picture.Width, picture.Height);
        return Word.StartsWith(CropPrefix, StringComparison.Ordinal)
            ? Middle(picture, Math.Min(Side, picture.Width / Multiple * Multiple), Math.Min(Side, picture.Height / Multiple * Multiple))
            : Resampler.Resize(Middle(picture, shorter, shorter), Side, Side);
    }

    /// <summary>Whether a word names a size.</summary>
    public static bool IsKnown(string word) => word == "native" || SideOf(word) is { } side && side >= 64 && side % Multiple == 0;

    private static int? SideOf(string word)
    {
        var prefix = ((string[])[CropPrefix, WindowPrefix]).FirstOrDefault(prefix => word.StartsWith(prefix, StringComparison.Ordinal)) ?? string.Empty;
        return int.TryParse(word[prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var side) ? side : null;
    }

    private static PlanarImage Middle(PlanarImage picture, int width, int height) =>
        PixelTiles.Cut(picture, (picture.Width - width) / 2, (picture.Height - height) / 2, width, height);
}
