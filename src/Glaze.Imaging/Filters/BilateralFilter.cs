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

    private static void FilterVector(PaddedPlanes padded, PlanarImage result, int x, int y, int radius, float perPixel, float perColour)
    {
        var (r, g, b) = (padded.Load(0, x, y), padded.Load(1, x, y), padded.Load(2, x, y));
        var (sumR, sumG, sumB, total) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        for (var dy = -radius; dy <= radius; dy++)
        {
            for (var dx = -radius; dx <= radius; dx++)
            {
                var (nr, ng, nb) = (padded.Load(0, x + dx, y + dy), padded.Load(1, x + dx, y + dy), padded.Load(2, x + dx, y + dy));
                var (dr, dg, db) = (nr - r, ng - g, nb - b);
                var apart = (dr * dr) + (dg * dg) + (db * db);
                var weight = Vector.Exp((apart * perColour) + new Vector<float>(perPixel * ((dx * dx) + (dy * dy))));
                sumR += weight * nr;
                sumG += weight * ng;
                sumB += weight * nb;
                total += weight;
            }
        }

        var start = y * result.Width;
        PaddedPlanes.Store(sumR / total, result.Plane(0).Slice(start, result.Width), x);
        PaddedPlanes.Store(sumG / total, result.Plane(1).Slice(start, result.Width), x);
        PaddedPlanes.Store(sumB / total, result.Plane(2).Slice(start, result.Width), x);
    }
}
