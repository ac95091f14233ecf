namespace Glaze.Cloaking.Canvas;

/// <summary>Covers an area of the canvas with overlapping windows of one shape, so that one session serves them all.</summary>
internal static class WindowGrid
{
    /// <summary>Rim, in pixels, that neighbouring windows share at least.</summary>
    public const int Halo = 48;

    /// <summary>Plans the windows.</summary>
    /// <param name="left">Left edge of the area.</param>
    /// <param name="top">Top edge of the area.</param>
    /// <param name="width">Width of the area, 1 or more.</param>
    /// <param name="height">Height of the area, 1 or more.</param>
    /// <param name="largest">Longest side of a window; a multiple of <paramref name="alignment"/>.</param>
    /// <param name="alignment">Window sides are multiples of this.</param>
    /// <returns>The windows, row by row.</returns>
    public static IReadOnlyList<CanvasWindow> Plan(int left, int top, int width, int height, int largest, int alignment)
    {
        var columns = Axis(left, width, largest, alignment);
        var rows = Axis(top, height, largest, alignment);
        return rows.SelectMany(row => columns.Select(column => new CanvasWindow(column.Start, row.Start, column.Length, row.Length))).ToList();
    }

    private static IReadOnlyList<(int Start, int Length)> Axis(int start, int length, int largest, int alignment)
    {
        // A single window at least two alignments long, so that the deepest layer sees more than one position.
        var padded = Math.Max(RoundUp(length, alignment), 2 * alignment);
        if (padded <= largest)
        {
            return [(start - ((padded - length) / 2), padded)];
        }

        // All on the grid of the whole canvas' latent, so that neighbours see the same cells.
        var first = start - (start % alignment);
        var last = first + RoundUp(start + length - largest - first, alignment);
        var count = 1 + (int)Math.Ceiling((last - first) / (double)(largest - (2 * Halo)));
        return Enumerable.Range(0, count)
            .Select(i => (first + (alignment * (int)((long)i * (last - first) / ((count - 1) * alignment))), largest))
            .ToList();
    }

    private static int RoundUp(int value, int multiple) => (value + multiple - 1) / multiple * multiple;
}
