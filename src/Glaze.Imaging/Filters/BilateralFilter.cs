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
        var kernel = new Kernel(spatialSigma, rangeSigma);
        var padded = new PaddedPlanes(image, kernel.Radius);
        var result = new PlanarImage(image.Width, image.Height);
        ForEachVector(result, cancellation, (x, y) =>
        {
            var (r, g, b, total) = Sum(padded, padded, x, y, kernel);
            Store(result, x, y, r / total, g / total, b / total);
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
        var kernel = new Kernel(spatialSigma, rangeSigma);
        var colours = new PaddedPlanes(guide, 2 * kernel.Radius);
        var given = new PaddedPlanes(gradient, 0);
        var divided = new PlanarImage(guide.Width, guide.Height);
        ForEachVector(divided, cancellation, (x, y) =>
        {
            var inverse = Vector<float>.One / Sum(colours, colours, x, y, kernel).Total;
            Store(divided, x, y, inverse * given.Load(0, x, y), inverse * given.Load(1, x, y), inverse * given.Load(2, x, y));
        });
        var shares = new PaddedPlanes(divided, 2 * kernel.Radius, repeats: false);
        var wide = new PlanarImage(guide.Width + (2 * kernel.Radius), guide.Height + (2 * kernel.Radius));
        ForEachVector(wide, cancellation, (x, y) =>
        {
            var (r, g, b, _) = Sum(colours, shares, x - kernel.Radius, y - kernel.Radius, kernel);
            Store(wide, x, y, r, g, b);
        });
        return Fold(wide, guide.Width, guide.Height, kernel.Radius);
    }

    private static void ForEachVector(PlanarImage image, CancellationToken cancellation, Action<int, int> act) =>
        RowBands.Run(image.Height, cancellation, (first, end) =>
        {
            for (var y = first; y < end; y++)
            {
                for (var x = 0; x < image.Width; x += Vector<float>.Count)
                {
                    act(x, y);
                }
            }
        });

    // Σ w·value over the neighbourhood, w from the colours, and Σ w.
    private static (Vector<float> R, Vector<float> G, Vector<float> B, Vector<float> Total) Sum(
        PaddedPlanes colours, PaddedPlanes values, int x, int y, Kernel kernel)
    {
        var (r, g, b) = (colours.Load(0, x, y), colours.Load(1, x, y), colours.Load(2, x, y));
        var (sumR, sumG, sumB, total) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        for (var dy = -kernel.Radius; dy <= kernel.Radius; dy++)
        {
            for (var dx = -kernel.Radius; dx <= kernel.Radius; dx++)
            {
                var (nx, ny) = (x + dx, y + dy);
                var (dr, dg, db) = (colours.Load(0, nx, ny) - r, colours.Load(1, nx, ny) - g, colours.Load(2, nx, ny) - b);
                var apart = (dr * dr) + (dg * dg) + (db * db);
                var weight = Vector.Exp((apart * kernel.PerColour) + new Vector<float>(kernel.PerPixel * ((dx * dx) + (dy * dy))));
                sumR += weight * values.Load(0, nx, ny);
                sumG += weight * values.Load(1, nx, ny);
                sumB += weight * values.Load(2, nx, ny);
                total += weight;
            }
        }

        return (sumR, sumG, sumB, total);
    }

    private static void Store(PlanarImage image, int x, int y, Vector<float> r, Vector<float> g, Vector<float> b)
    {
        var start = y * image.Width;
        PaddedPlanes.Store(r, image.Plane(0).Slice(start, image.Width), x);
        PaddedPlanes.Store(g, image.Plane(1).Slice(start, image.Width), x);
        PaddedPlanes.Store(b, image.Plane(2).Slice(start, image.Width), x);
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

    private sealed class Kernel
    {
        public Kernel(float spatialSigma, float rangeSigma)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(spatialSigma);
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rangeSigma);
            Radius = Math.Max(1, (int)MathF.Ceiling(2 * spatialSigma));
            PerPixel = -0.5f / (spatialSigma * spatialSigma);
            PerColour = -0.5f / (rangeSigma * rangeSigma);
        }

        public int Radius { get; }

        public float PerPixel { get; }

        public float PerColour { get; }
    }
}
