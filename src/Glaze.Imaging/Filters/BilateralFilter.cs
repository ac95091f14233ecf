using System.Numerics;

namespace Glaze.Imaging.Filters;

/// <summary>Smooths where colours are alike and spares edges (Tomasi and Manduchi, 1998); borders repeat the outermost pixels.</summary>
public static class BilateralFilter
{
    /// <summary>Filters a picture; weight = exp(−d²/2σ_s² − |Δcolour|²/2σ_r²).</summary>
    /// <param name="image">The picture.</param>
    /// <param name="spatialSigma">σ_s in pixels, above 0; the window reaches 2σ_s.</param>
    /// <param name="rangeSigma">σ_r as a distance of R, G, B vectors with values 0..1, above 0.</param>
    /// <param name="cancellation">Stops between bands of rows.</param>
    public static PlanarImage Apply(PlanarImage image, float spatialSigma, float rangeSigma, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(spatialSigma);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rangeSigma);
        var radius = Math.Max(1, (int)MathF.Ceiling(2 * spatialSigma));
        var padded = new PaddedPlanes(image, radius);
        var result = new PlanarImage(image.Width, image.Height);
        var (perPixel, perColour) = (-0.5f / (spatialSigma * spatialSigma), -0.5f / (rangeSigma * rangeSigma));
        RowBands.Run(image.Height, cancellation, (first, end) =>
        {
            for (var y = first; y < end; y++)
            {
                for (var x = 0; x < image.Width; x += Vector<float>.Count)
                {
                    FilterVector(padded, result, x, y, radius, perPixel, perColour);
                }
            }
        });
        return result;
    }

    /// <summary>
    /// Carries a gradient back through <see cref="Apply"/> with its weights held fixed, as the exact adjoint of that linear map:
    /// gᵢ ↦ Σⱼ wⱼᵢ·gⱼ / Σₖ wⱼₖ. The weights are symmetric, so this is the same sum over g divided by each pixel's own total.
    /// </summary>
    /// <param name="guide">The picture that was filtered.</param>
    /// <param name="gradient">The gradient of the filtered picture, same size.</param>
    /// <param name="spatialSigma">As given to <see cref="Apply"/>.</param>
    /// <param name="rangeSigma">As given to <see cref="Apply"/>.</param>
    /// <param name="cancellation">Stops between bands of rows.</param>
    /// <returns>The gradient of the picture.</returns>
    public static PlanarImage Adjoint(PlanarImage guide, PlanarImage gradient, float spatialSigma, float rangeSigma, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(guide);
        ArgumentNullException.ThrowIfNull(gradient);
        var radius = Math.Max(1, (int)MathF.Ceiling(2 * spatialSigma));
        var (perPixel, perColour) = (-0.5f / (spatialSigma * spatialSigma), -0.5f / (rangeSigma * rangeSigma));
        var colours = new PaddedPlanes(guide, 2 * radius);
        var shares = new PaddedPlanes(Shares(guide, gradient, colours, radius, perPixel, perColour, cancellation), 2 * radius, repeats: false);
        var wide = new PlanarImage(guide.Width + (2 * radius), guide.Height + (2 * radius));
        RowBands.Run(wide.Height, cancellation, (first, end) =>
        {
            for (var y = first; y < end; y++)
            {
                for (var x = 0; x < wide.Width; x += Vector<float>.Count)
                {
                    GatherVector(colours, shares, wide, x, y, radius, perPixel, perColour);
                }
            }
        });
        return Fold(wide, guide.Width, guide.Height, radius);
    }

    private static PlanarImage Shares(
        PlanarImage guide, PlanarImage gradient, PaddedPlanes colours, int radius, float perPixel, float perColour, CancellationToken cancellation)
    {
        var result = new PlanarImage(guide.Width, guide.Height);
        RowBands.Run(guide.Height, cancellation, (first, end) =>
        {
            for (var y = first; y < end; y++)
            {
                var row = y * guide.Width;
                for (var x = 0; x < guide.Width; x += Vector<float>.Count)
                {
                    var (r, g, b) = (colours.Load(0, x, y), colours.Load(1, x, y), colours.Load(2, x, y));
                    var total = Vector<float>.Zero;
                    for (var dy = -radius; dy <= radius; dy++)
                    {
                        for (var dx = -radius; dx <= radius; dx++)
                        {
                            total += Weight(colours, r, g, b, x, y, dx, dy, perPixel, perColour);
                        }
                    }

                    PaddedPlanes.Store(Vector<float>.One / total, result.Plane(0).Slice(row, guide.Width), x);
                }
            }
        });
        for (var c = PlanarImage.ChannelCount - 1; c >= 0; c--)
        {
            var inverse = result.Plane(0);
            var from = gradient.Plane(c);
            var to = result.Plane(c);
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = inverse[i] * from[i];
            }
        }

        return result;
    }

    private static Vector<float> Weight(
        PaddedPlanes colours, Vector<float> r, Vector<float> g, Vector<float> b, int x, int y, int dx, int dy, float perPixel, float perColour)
    {
        var (dr, dg, db) = (colours.Load(0, x + dx, y + dy) - r, colours.Load(1, x + dx, y + dy) - g, colours.Load(2, x + dx, y + dy) - b);
        return Vector.Exp((((dr * dr) + (dg * dg) + (db * db)) * perColour) + new Vector<float>(perPixel * ((dx * dx) + (dy * dy))));
    }

    private static void GatherVector(PaddedPlanes colours, PaddedPlanes shares, PlanarImage wide, int x, int y, int radius, float perPixel, float perColour)
    {
        var (left, top) = (x - radius, y - radius);
        var (r, g, b) = (colours.Load(0, left, top), colours.Load(1, left, top), colours.Load(2, left, top));
        var (sumR, sumG, sumB) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        for (var dy = -radius; dy <= radius; dy++)
        {
            for (var dx = -radius; dx <= radius; dx++)
            {
                var weight = Weight(colours, r, g, b, left, top, dx, dy, perPixel, perColour);
                sumR += weight * shares.Load(0, left + dx, top + dy);
                sumG += weight * shares.Load(1, left + dx, top + dy);
                sumB += weight * shares.Load(2, left + dx, top + dy);
            }
        }

        PaddedPlanes.Store(sumR, wide.Plane(0).Slice(y * wide.Width, wide.Width), x);
        PaddedPlanes.Store(sumG, wide.Plane(1).Slice(y * wide.Width, wide.Width), x);
        PaddedPlanes.Store(sumB, wide.Plane(2).Slice(y * wide.Width, wide.Width), x);
    }

    // The rim repeats the outermost pixels, so what it collects is theirs.
    private static PlanarImage Fold(PlanarImage wide, int width, int height, int radius)
    {
        var result = new PlanarImage(width, height);
        for (var c = 0; c < PlanarImage.ChannelCount; c++)
        {
            for (var y = 0; y < wide.Height; y++)
            {
                var from = wide.Plane(c).Slice(y * wide.Width, wide.Width);
                var to = result.Plane(c).Slice(Math.Clamp(y - radius, 0, height - 1) * width, width);
                for (var x = 0; x < wide.Width; x++)
                {
                    to[Math.Clamp(x - radius, 0, width - 1)] += from[x];
                }
            }
        }

        return result;
    }

    private static void FilterVector(PaddedPlanes padded, PlanarImage result, int x, int y, int radius, float perPixel, float perColour)
    {
        var (r, g, b) = (padded.Load(0, x, y), padded.Load(1, x, y), padded.Load(2, x, y));
        var (sumR, sumG, sumB, total) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        for (var dy = -radius; dy <= radius; dy++)
        {
            for (var dx = -radius; dx <= radius; dx++)
            {
                var weight = Weight(padded, r, g, b, x, y, dx, dy, perPixel, perColour);
                sumR += weight * padded.Load(0, x + dx, y + dy);
                sumG += weight * padded.Load(1, x + dx, y + dy);
                sumB += weight * padded.Load(2, x + dx, y + dy);
                total += weight;
            }
        }

        var start = y * result.Width;
        PaddedPlanes.Store(sumR / total, result.Plane(0).Slice(start, result.Width), x);
        PaddedPlanes.Store(sumG / total, result.Plane(1).Slice(start, result.Width), x);
        PaddedPlanes.Store(sumB / total, result.Plane(2).Slice(start, result.Width), x);
    }
}
