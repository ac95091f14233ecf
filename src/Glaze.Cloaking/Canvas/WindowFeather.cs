namespace Glaze.Cloaking.Canvas;

/// <summary>Fades a window's influence to zero toward the borders it shares with neighbours, so that no seam can form.</summary>
internal static class WindowFeather
{
    /// <summary>Weights 0..1, H,W: 1 inside and at the canvas' own border.</summary>
    public static float[] Weights(CanvasWindow window, int canvasWidth, int canvasHeight)
    {
        var columns = Axis(window.X, window.Width, canvasWidth);
        var rows = Axis(window.Y, window.Height, canvasHeight);
        var weights = new float[window.Width * window.Height];
        for (var y = 0; y < window.Height; y++)
        {
            for (var x = 0; x < window.Width; x++)
            {
                weights[(y * window.Width) + x] = rows[y] * columns[x];
            }
        }

        return weights;
    }

    private static float[] Axis(int start, int length, int canvas)
    {
        // Two windows that share the least rim add up to 1 all over it, so that no pixel takes more steps than others.
        const float Ramp = 2 * WindowGrid.Halo;
        var weights = new float[length];
        for (var i = 0; i < length; i++)
        {
            var left = start > 0 ? (i + 0.5f) / Ramp : 1;
            var right = start + length < canvas ? (length - i - 0.5f) / Ramp : 1;
            weights[i] = Math.Min(1, Math.Min(left, right));
        }

        return weights;
    }
}
