using System.Numerics;

namespace Glaze.Imaging.Filters;

/// <summary>
/// Smooths where colours are alike and spares edges (Tomasi and Manduchi, 1998); borders repeat the outermost pixels. One of these
/// is one picture filtered, with what its gradient needs on the way back.
/// </summary>
public sealed class BilateralFilter
{
    private readonly Kernel _kernel;
    private readonly PaddedPlanes _colours;
    private readonly float[] _totals;

    /// <summary>Filters a picture; weight = exp(−d²/2σ_s² − |Δcolour|²/2σ_r²).</summary>
    /// <param name="image">The picture.</param>
    /// <param name="spatialSigma">σ_s in pixels, above 0; the window reaches 2σ_s.</param>
    /// <param name="rangeSigma">σ_r as a distance of R, G, B vectors with values 0..1, above 0.</param>
    /// <param name="cancellation">Stops between bands of rows.</param>
    public BilateralFilter(PlanarImage image, float spatialSigma, float rangeSigma, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        _kernel = new Kernel(spatialSigma, rangeSigma);

        // The way back reads the rim's own neighbourhoods too.
        _colours = new PaddedPlanes(image, 2 * _kernel.Radius);
        Result = new PlanarImage(image.Width, image.Height);
        _totals = new float[image.Width * image.Height];
        ForEachVector(Result, cancellation, (x, y) =>
        {
            var (r, g, b, total) = Sum(_colours, x, y);
            Store(Result, x, y, r / total, g / total, b / total);
            PaddedPlanes.Store(total, _totals.AsSpan(y * image.Width, image.Width), x);
        });
    }

    /// <summary>The filtered picture.</summary>
    public PlanarImage Result { get; }

    /// <summary>The filtered picture, when its gradient is not wanted.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="spatialSigma">As above.</param>
    /// <param name="rangeSigma">As above.</param>
    /// <param name="cancellation">Stops between bands of rows.</param>
    public static PlanarImage Apply(PlanarImage image, float spatialSigma, float rangeSigma, CancellationToken cancellation = default) =>
        new BilateralFilter(image, spatialSigma, rangeSigma, cancellation).Result;

    /// <summary>
    /// Carries a gradient of <see cref="Result"/> back with the weights held fixed, as the exact adjoint of that linear map:
    /// gᵢ ↦ Σⱼ wⱼᵢ·gⱼ / Σₖ wⱼₖ. The weights are symmetric, so this is the same sum over g divided by each pixel's own total.
    /// </summary>
    /// <param name="gradient">The gradient of the filtered picture, same size.</param>
    /// <param name="cancellation">Stops between bands of rows.</param>
    /// <returns>The gradient of the picture.</returns>
    public PlanarImage Adjoint(PlanarImage gradient, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        var (width, height, radius) = (gradient.Width, gradient.Height, _kernel.Radius);
        var divided = new PlanarImage(width, height);
        for (var c = 0; c < PlanarImage.ChannelCount; c++)
        {
            var given = gradient.Plane(c);
            var to = divided.Plane(c);
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = given[i] / _totals[i];
            }
        }

        var shares = new PaddedPlanes(divided, 2 * radius, repeats: false);
        var wide = new PlanarImage(width + (2 * radius), height + (2 * radius));
        ForEachVector(wide, cancellation, (x, y) =>
        {
            var (r, g, b, _) = Sum(shares, x - radius, y - radius);
            Store(wide, x, y, r, g, b);
        });
        return Fold(wide, width, height, radius);
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
    private (Vector<float> R, Vector<float> G, Vector<float> B, Vector<float> Total) Sum(PaddedPlanes values, int x, int y)
    {
        var (colours, kernel) = (_colours, _kernel);
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
                for (var x = 0; x < radius; x++)
                {
                    to[0] += from[x];
                    to[^1] += from[radius + width + x];
                }

                for (var x = 0; x < width; x++)
                {
                    to[x] += from[radius + x];
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
