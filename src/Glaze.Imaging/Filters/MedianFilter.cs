using System.Numerics;

namespace Glaze.Imaging.Filters;

/// <summary>Replaces every value by the median of its square neighbourhood, channel by channel; borders repeat the outermost pixels.</summary>
public static class MedianFilter
{
    /// <summary>Filters a picture.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="radius">1 for 3×3, 2 for 5×5, at most 4; 0 copies.</param>
    /// <param name="cancellation">Stops between bands of rows.</param>
    public static PlanarImage Apply(PlanarImage image, int radius, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentOutOfRangeException.ThrowIfNegative(radius);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(radius, 4);
        if (radius == 0)
        {
            return image.Clone();
        }

        var padded = new PaddedPlanes(image, radius);
        var result = new PlanarImage(image.Width, image.Height);
        RowBands.Run(image.Height, cancellation, (first, end) =>
        {
            Span<Vector<float>> kept = stackalloc Vector<float>[(((2 * radius) + 1) * ((2 * radius) + 1) / 2) + 2];
            for (var y = first; y < end; y++)
            {
                for (var c = 0; c < PlanarImage.ChannelCount; c++)
                {
                    var row = result.Plane(c).Slice(y * image.Width, image.Width);
                    for (var x = 0; x < image.Width; x += Vector<float>.Count)
                    {
                        PaddedPlanes.Store(Median(padded, c, x, y, radius, kept), row, x);
                    }
                }
            }
        });
        return result;
    }

    // Forgetful selection on a whole vector of pixels at once: of n/2 + 2 values neither the least nor the greatest can be
    // the median of n, so both are dropped and one more is taken in, until one is left.
    private static Vector<float> Median(PaddedPlanes padded, int channel, int x, int y, int radius, Span<Vector<float>> kept)
    {
        var side = (2 * radius) + 1;
        var next = 0;
        for (; next < kept.Length; next++)
        {
            kept[next] = Neighbour(padded, channel, x, y, radius, side, next);
        }

        for (var count = kept.Length; ; count--)
        {
            for (var i = 1; i < count; i++)
            {
                (kept[0], kept[i]) = (Vector.Min(kept[0], kept[i]), Vector.Max(kept[0], kept[i]));
            }

            for (var i = 1; i < count - 1; i++)
            {
                (kept[i], kept[count - 1]) = (Vector.Min(kept[i], kept[count - 1]), Vector.Max(kept[i], kept[count - 1]));
            }

            if (next == side * side)
            {
                return kept[1];
            }

            kept[0] = Neighbour(padded, channel, x, y, radius, side, next++);
        }
    }

    private static Vector<float> Neighbour(PaddedPlanes padded, int channel, int x, int y, int radius, int side, int index) =>
        padded.Load(channel, x + (index % side) - radius, y + (index / side) - radius);
}
