namespace Glaze.Imaging;

/// <summary>Turns pictures as EXIF's orientation 1..8 says: from the way they are stored to the way viewers show them, and back.</summary>
internal static class Orientation
{
    private const int Upright = 1;

    /// <summary>The picture as it is shown; the same object when it is stored upright.</summary>
    internal static PixelBuffer ToShown(PixelBuffer stored, int orientation)
    {
        if (orientation == Upright)
        {
            return stored;
        }

        var shown = SwapsSides(orientation) ? new PixelBuffer(stored.Height, stored.Width) : new PixelBuffer(stored.Width, stored.Height);
        Turn(shown, stored, orientation, toShown: true);
        return shown;
    }

    /// <summary>The picture as it is stored; the same object when that is upright.</summary>
    internal static PixelBuffer ToStored(PixelBuffer shown, int orientation)
    {
        if (orientation == Upright)
        {
            return shown;
        }

        var stored = SwapsSides(orientation) ? new PixelBuffer(shown.Height, shown.Width) : new PixelBuffer(shown.Width, shown.Height);
        Turn(shown, stored, orientation, toShown: false);
        return stored;
    }

    private static bool SwapsSides(int orientation) => orientation >= 5;

    private static void Turn(PixelBuffer shown, PixelBuffer stored, int orientation, bool toShown)
    {
        for (var y = 0; y < shown.Height; y++)
        {
            for (var x = 0; x < shown.Width; x++)
            {
                var (sx, sy) = Stored(x, y, shown.Width - 1, shown.Height - 1, orientation);
                var at = 4 * ((y * shown.Width) + x);
                var storedAt = 4 * ((sy * stored.Width) + sx);
                if (toShown)
                {
                    stored.Rgba.AsSpan(storedAt, 4).CopyTo(shown.Rgba.AsSpan(at));
                }
                else
                {
                    shown.Rgba.AsSpan(at, 4).CopyTo(stored.Rgba.AsSpan(storedAt));
                }
            }
        }
    }

    // Where the pixel shown at (x, y) is stored: 2 mirrored, 3 upside down, 4 both, 5 to 8 with rows as columns.
    private static (int X, int Y) Stored(int x, int y, int right, int bottom, int orientation) => orientation switch
    {
        2 => (right - x, y),
        3 => (right - x, bottom - y),
        4 => (x, bottom - y),
        5 => (y, x),
        6 => (y, right - x),
        7 => (bottom - y, right - x),
        8 => (bottom - y, x),
        _ => (x, y),
    };
}
