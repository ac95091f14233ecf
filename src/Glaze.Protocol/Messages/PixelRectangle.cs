namespace Glaze.Protocol.Messages;

/// <summary>A rectangle of whole pixels; the origin is the picture's top left corner.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Columns; 0 = empty.</param>
/// <param name="Height">Rows; 0 = empty.</param>
public sealed record PixelRectangle(int X, int Y, int Width, int Height)
{
    /// <summary>The rectangle that covers a whole picture.</summary>
    /// <param name="width">The picture's width in pixels.</param>
    /// <param name="height">The picture's height in pixels.</param>
    /// <returns>0, 0, width, height.</returns>
    public static PixelRectangle Whole(int width, int height) => new(0, 0, width, height);

    internal void RequireInside(int width, int height, string name)
    {
        Require.That(
            X >= 0 && Y >= 0 && Width >= 0 && Height >= 0 && (long)X + Width <= width && (long)Y + Height <= height,
            $"{name} ({X}, {Y}, {Width}x{Height}) leaves the picture of {width}x{height}.");
    }
}
