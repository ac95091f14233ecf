namespace Glaze.Cloaking.Canvas;

/// <summary>A rectangle on the canvas.</summary>
/// <param name="X">Left edge in pixels.</param>
/// <param name="Y">Top edge in pixels.</param>
/// <param name="Width">Width in pixels, 1 or more.</param>
/// <param name="Height">Height in pixels, 1 or more.</param>
internal readonly record struct CanvasArea(int X, int Y, int Width, int Height)
{
    /// <summary>The smallest rectangle around every pixel that may change, or null when none may.</summary>
    public static CanvasArea? Changeable(CloakJob job)
    {
        var original = job.Original;
        var (left, top, right, bottom) = (original.Width, original.Height, -1, -1);
        for (var y = 0; y < original.Height; y++)
        {
            var (first, last) = Changeable(job, y);
            if (last >= first)
            {
                left = Math.Min(left, first);
                right = Math.Max(right, last);
                top = Math.Min(top, y);
                bottom = y;
            }
        }

        return bottom < 0 ? null : new CanvasArea(left, top, right - left + 1, bottom - top + 1);
    }

    private static (int First, int Last) Changeable(CloakJob job, int y)
    {
        var width = job.Original.Width;
        bool MayChange(int x) => job.WeightAt((y * width) + x) > 0;
        var (first, last) = (0, width - 1);
        while (first < width && !MayChange(first))
        {
            first++;
        }

        while (last > first && !MayChange(last))
        {
            last--;
        }

        return first < width ? (first, last) : (0, -1);
    }
}
