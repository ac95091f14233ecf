namespace Glaze.Imaging.Painterly;

/// <summary>How one layer of strokes is laid; lengths in pixels at 512×512.</summary>
internal sealed record StrokeLayer
{
    /// <summary>Distance between strokes.</summary>
    internal required float Spacing { get; init; }

    internal required float Length { get; init; }

    internal required float Width { get; init; }

    /// <summary>Sideways displacement at the ends, as a part of the length, up to this much either way.</summary>
    internal float Bend { get; init; } = 0.05f;

    /// <summary>Random turn, radians either way.</summary>
    internal float Turn { get; init; } = 0.15f;

    /// <summary>Fixed turn away from the contours, radians.</summary>
    internal float Across { get; init; }

    /// <summary>Random lightness change of whole strokes, either way.</summary>
    internal float Variety { get; init; } = 0.05f;

    /// <summary>Colour difference (sum over channels) at which a stroke stops, so that edges survive.</summary>
    internal float StopAt { get; init; } = 0.3f;

    /// <summary>Only where the canvas differs this much from the picture (sum over channels); 0 paints everywhere.</summary>
    internal float WhereWrong { get; init; }

    /// <summary>Distinguishes the layers of one style.</summary>
    internal int Salt { get; init; }

    /// <summary>Places the strokes on a jittered grid in a random, reproducible order.</summary>
    /// <param name="request">Seed and scale.</param>
    /// <param name="colours">Where strokes take their colours from.</param>
    /// <param name="flow">Where they run.</param>
    /// <param name="canvas">What is painted so far, for <see cref="WhereWrong"/>; null paints everywhere.</param>
    internal List<Stroke> Place(PaintRequest request, PlanarImage colours, FlowField flow, PlanarImage? canvas = null)
    {
        var step = Math.Max(1f, request.Pixels(Spacing));
        var columns = (int)MathF.Ceiling(request.Width / step) + 1;
        var rows = (int)MathF.Ceiling(request.Height / step) + 1;
        var placed = new List<(uint Order, Stroke Stroke)>(columns * rows);
        var seed = request.Seed + (7919 * Salt);
        for (var row = 0; row < rows; row++)
        {
            request.Cancellation.ThrowIfCancellationRequested();
            for (var column = 0; column < columns; column++)
            {
                var x = (column + (0.45f * Hash.Signed(seed, column, row, 1))) * step;
                var y = (row + (0.45f * Hash.Signed(seed, column, row, 2))) * step;
                if (WhereWrong > 0 && canvas is not null && Difference(colours, canvas, x, y) < WhereWrong)
                {
                    continue;
                }

                placed.Add((Hash.Bits(seed, column, row, 3), Make(request, colours, flow, x, y, seed, column, row)));
            }
        }

        placed.Sort((a, b) => a.Order.CompareTo(b.Order));
        return placed.ConvertAll(p => p.Stroke);
    }

    private Stroke Make(PaintRequest request, PlanarImage colours, FlowField flow, float x, float y, int seed, int column, int row)
    {
        var angle = flow.Angle(x, y) + Across + (Turn * Hash.Signed(seed, column, row, 4));
        var length = request.Pixels(Length) * (1 + (0.25f * Hash.Signed(seed, column, row, 5)));
        var width = Math.Max(1.2f, request.Pixels(Width) * (1 + (0.2f * Hash.Signed(seed, column, row, 6))));
        var (cos, sin) = (MathF.Cos(angle), MathF.Sin(angle));
        var forward = Run(colours, x, y, cos, sin, 0.5f * length);
        var backward = Run(colours, x, y, -cos, -sin, 0.5f * length);
        length = Math.Max(forward + backward, 1.3f * width);
        var (midX, midY) = (x + (0.5f * (forward - backward) * cos), y + (0.5f * (forward - backward) * sin));
        var light = 1 + (Variety * Hash.Signed(seed, column, row, 7));
        var at = Index(colours, x, y);
        var size = colours.PlaneSize;
        return new Stroke(
            midX, midY, angle, length, width, Bend * Hash.Signed(seed, column, row, 8),
            colours.Values[at] * light, colours.Values[at + size] * light, colours.Values[at + (2 * size)] * light,
            (int)Hash.Bits(seed, column, row, 9));
    }

    // How far one can go before the colour changes.
    private float Run(PlanarImage colours, float x, float y, float cos, float sin, float limit)
    {
        var from = Index(colours, x, y);
        var step = Math.Max(1f, limit / 8);
        for (var distance = step; distance < limit; distance += step)
        {
            var (px, py) = (x + (distance * cos), y + (distance * sin));
            if (px < 0 || py < 0 || px >= colours.Width || py >= colours.Height)
            {
                return limit;
            }

            if (Difference(colours, from, colours, Index(colours, px, py)) > StopAt)
            {
                return distance - step;
            }
        }

        return limit;
    }

    private static float Difference(PlanarImage a, PlanarImage b, float x, float y) => Difference(a, Index(a, x, y), b, Index(b, x, y));

    private static float Difference(PlanarImage a, int i, PlanarImage b, int j)
    {
        var sum = 0f;
        for (var c = 0; c < PlanarImage.ChannelCount; c++)
        {
            sum += Math.Abs(a.Values[i + (c * a.PlaneSize)] - b.Values[j + (c * b.PlaneSize)]);
        }

        return sum;
    }

    private static int Index(PlanarImage image, float x, float y) =>
        (Math.Clamp((int)y, 0, image.Height - 1) * image.Width) + Math.Clamp((int)x, 0, image.Width - 1);
}
