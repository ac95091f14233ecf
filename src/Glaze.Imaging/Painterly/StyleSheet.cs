using Glaze.Imaging.Resampling;

namespace Glaze.Imaging.Painterly;

/// <summary>One picture in every style, side by side with the names below.</summary>
public static class StyleSheet
{
    private const int Margin = 12;
    private const int FontSize = 2;
    private const int LabelHeight = (BitmapFont.Rows * FontSize) + 14;
    private const byte Paper = 250;
    private const byte Ink = 40;

    /// <summary>Draws the sheet: the original first, then the styles in the catalogue's order.</summary>
    /// <param name="original">The picture; it is shrunk so that it fits a cell.</param>
    /// <param name="seed">Seed for every style.</param>
    /// <param name="cellSide">Largest width or height of a picture on the sheet, pixels.</param>
    /// <param name="columns">Pictures in a row.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static PixelBuffer Render(PlanarImage original, int seed = 1, int cellSide = 320, int columns = 4, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentOutOfRangeException.ThrowIfLessThan(cellSide, 16);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        var shrink = Math.Min(1f, cellSide / (float)Math.Max(original.Width, original.Height));
        var width = Math.Max(1, (int)MathF.Round(original.Width * shrink));
        var height = Math.Max(1, (int)MathF.Round(original.Height * shrink));

        // Styles are made for pictures of about 512²: paint at up to twice the cell, then shrink.
        var paint = Math.Min(1f, 2f * cellSide / Math.Max(original.Width, original.Height));
        var large = Resampler.Resize(original, Math.Max(1, (int)(original.Width * paint)), Math.Max(1, (int)(original.Height * paint)), ResampleFilter.Area);

        var (stepX, stepY) = (Math.Max(width, LongestName()) + Margin, height + LabelHeight);
        var rows = (StyleCatalog.All.Count + columns) / columns;
        var sheet = new PixelBuffer(Margin + (columns * stepX), Margin + (rows * stepY));
        Array.Fill(sheet.Rgba, Paper);
        for (var i = 3; i < sheet.Rgba.Length; i += 4)
        {
            sheet.Rgba[i] = 255;
        }

        for (var cell = 0; cell <= StyleCatalog.All.Count; cell++)
        {
            cancellation.ThrowIfCancellationRequested();
            var style = cell == 0 ? null : StyleCatalog.All[cell - 1];
            var picture = style is null ? large : style.Render(large, seed, cancellation);
            var (x, y) = (Margin + (cell % columns * stepX), Margin + (cell / columns * stepY));
            Place(sheet, Resampler.Resize(picture, width, height, ResampleFilter.Area).ToPixels(), x, y);
            BitmapFont.Draw(sheet, style?.Name ?? "original", x, y + height + 5, FontSize, Ink);
        }

        return sheet;
    }

    private static int LongestName() => FontSize * StyleCatalog.All.Max(style => BitmapFont.Width(style.Name));

    private static void Place(PixelBuffer sheet, PixelBuffer picture, int x, int y)
    {
        for (var row = 0; row < picture.Height; row++)
        {
            picture.Rgba.AsSpan(4 * row * picture.Width, 4 * picture.Width).CopyTo(sheet.Rgba.AsSpan(4 * (((y + row) * sheet.Width) + x)));
        }
    }
}
