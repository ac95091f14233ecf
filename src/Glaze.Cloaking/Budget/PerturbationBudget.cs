using System.Numerics.Tensors;
using Glaze.Cloaking.Arithmetic;
using Glaze.Cloaking.Canvas;
using Glaze.Imaging;

namespace Glaze.Cloaking.Budget;

/// <summary>
/// The hard bound on δ: |δ| ≤ B(x) = ⌊ε·M(x) + dither⌋ in whole 8-bit levels, and 0 where the picture must not change
/// (fully transparent or unselected pixels). Holds exactly on the final pixels.
/// </summary>
internal sealed class PerturbationBudget
{
    /// <summary>Share of flat pixels that may move by one level: RMS √0.6 ≈ 0.77 stays below the promised 0.8/255.</summary>
    private const float FlatShare = 0.6f;

    /// <summary>ε in levels from which flat pixels get their whole share: the default's.</summary>
    private const double FullFlatEpsilon = 14;

    /// <summary>Bound of grain in flat colour, in levels, and the ε from which it is whole: what windows on top of a coarse pass get by default.</summary>
    internal const int GrainBound = 6;
    private const double FullGrainEpsilon = 5.3;

    private const int StripRows = 256;

    private readonly byte[] _bounds;

    private PerturbationBudget(int width, int height, byte[] bounds, double epsilon)
    {
        Epsilon = epsilon;
        Width = width;
        Height = height;
        _bounds = bounds;
    }

    /// <summary>Width of the canvas in pixels.</summary>
    public int Width { get; }

    /// <summary>Height of the canvas in pixels.</summary>
    public int Height { get; }

    /// <summary>ε in 8-bit levels: the bound where a change is hidden best.</summary>
    public double Epsilon { get; }

    /// <summary>The bound of each pixel in 8-bit levels, row-major; the same for its three colour values.</summary>
    public ReadOnlySpan<byte> Bounds => _bounds;

    /// <summary>Computes the bound of every pixel.</summary>
    /// <param name="original">The untouched picture.</param>
    /// <param name="selection">Row-major weights 0..255, or null for everything; 0 leaves a pixel alone.</param>
    /// <param name="epsilon">Largest change in 8-bit levels, 0..255.</param>
    /// <param name="seed">Seed of the dither.</param>
    /// <param name="flat">What flat colour may carry.</param>
    /// <param name="wholeView">What is hidden from whoever sees the whole picture, 0..1; null for what each pixel's surroundings hide alone.</param>
    /// <param name="wholeShare">Share of it that counts, 0..1.</param>
    /// <returns>The budget.</returns>
    public static PerturbationBudget Create(
        PixelBuffer original,
        ReadOnlyMemory<byte>? selection,
        double epsilon,
        int seed,
        FlatColour flat = FlatColour.Clean,
        InterpolatedField? wholeView = null,
        float wholeShare = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(epsilon, 255);
        var bounds = new byte[original.Width * original.Height];
        var ofFlat = flat == FlatColour.Grain ? GrainBound * Math.Min(1, epsilon / FullGrainEpsilon) : FlatShare * Math.Min(1, epsilon / FullFlatEpsilon);
        var strips = (original.Height + StripRows - 1) / StripRows;
        WorkThreads.For(strips, CancellationToken.None, strip =>
        {
            var top = strip * StripRows;
            var rows = Math.Min(StripRows, original.Height - top);
            var mask = VisibilityMask.Strip(original, top, rows);
            if (wholeView?.ReadPlane(new CanvasWindow(0, top, original.Width, rows)) is { } whole)
            {
                VectorMath.Scale(whole, wholeShare);
                TensorPrimitives.Max<float>(mask, whole, mask);
            }

            for (var i = 0; i < mask.Length; i++)
            {
                var pixel = (top * original.Width) + i;
                var weight = selection is { } chosen ? chosen.Span[pixel] / 255f : 1f;
                bounds[pixel] = Bound(original.Rgba[(4 * pixel) + 3], weight, Math.Max(ofFlat, epsilon * mask[i]), epsilon, PixelHash.Unit(pixel, seed));
            }
        });
        return new PerturbationBudget(original.Width, original.Height, bounds, epsilon);
    }

    /// <summary>The same without what flat colour may change.</summary>
    /// <returns>A new budget: 0 where this has at most one level.</returns>
    public PerturbationBudget WithoutFlat() => new(Width, Height, Array.ConvertAll(_bounds, bound => bound > 1 ? bound : (byte)0), Epsilon);

    private static byte Bound(byte alpha, float weight, double wanted, double epsilon, double dither)
    {
        if (alpha == 0 || weight <= 0 || epsilon <= 0)
        {
            return 0;
        }

        // A flat pixel's share of one level; a textured pixel's ε·M with its fraction dithered, so that B has ε·M as mean.
        return (byte)Math.Min(Math.Floor((wanted * weight) + dither), Math.Floor(epsilon));
    }
}
