using System.Numerics.Tensors;
using Glaze.Cloaking.Arithmetic;
using Glaze.Cloaking.Budget;
using Glaze.Cloaking.Canvas;
using Glaze.Imaging;

namespace Glaze.Cloaking.Audit;

/// <summary>How much a viewer could see of a cloak.</summary>
/// <param name="Psnr">Peak signal-to-noise ratio in dB over colours of pixels that are not fully transparent; infinite when nothing changed.</param>
/// <param name="LargestChange">Largest change of any colour value in 8-bit levels.</param>
/// <param name="Rms">Root mean square of δ in levels.</param>
/// <param name="FlatRms">The same over flat pixels alone (standard deviation of luma in 7×7 below one level, in pictures above 1344 pixels asked at that size); 0 when there are none.</param>
/// <param name="PerceptualDistance">The embedded distance D, of pictures above 1344 pixels at that size; the published budget is 0.05.</param>
public sealed record VisibleChange(double Psnr, int LargestChange, double Rms, double FlatRms, double PerceptualDistance)
{
    private const int StripRows = 256;

    private static readonly (float, float, float) White = (1, 1, 1);

    /// <summary>Measures a cloaked picture against its original.</summary>
    /// <param name="original">The untouched picture.</param>
    /// <param name="cloaked">The cloaked picture, same size.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static VisibleChange Measure(PixelBuffer original, PixelBuffer cloaked)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(cloaked);
        if (original.Width != cloaked.Width || original.Height != cloaked.Height)
        {
            throw new ArgumentException("The pictures differ in size.", nameof(cloaked));
        }

        var seen = WorkingCanvas.Shrink(original);
        var deviation = InterpolatedField.OfPlane(FlatRegions.Deviation(seen), seen.Width, seen.Height, original.Width, original.Height);
        var strips = Enumerable.Range(0, (original.Height + StripRows - 1) / StripRows).Select(Strip).ToList();
        var count = 3.0 * strips.Sum(strip => strip.Pixels);
        var rms = count > 0 ? Math.Sqrt(strips.Sum(strip => strip.Squares) / count) : 0;
        var flatCount = 3.0 * strips.Sum(strip => strip.FlatPixels);
        return new VisibleChange(
            20 * Math.Log10(255 / rms),
            strips.Max(strip => strip.Largest),
            rms,
            flatCount > 0 ? Math.Sqrt(strips.Sum(strip => strip.FlatSquares) / flatCount) : 0,
            Distance(seen, WorkingCanvas.Shrink(cloaked)));

        ChangeSums Strip(int strip)
        {
            var (top, rows) = (strip * StripRows, Math.Min(StripRows, original.Height - (strip * StripRows)));
            return ChangeSums.Of(original, cloaked, deviation.ReadPlane(new CanvasWindow(0, top, original.Width, rows)), top);
        }
    }

    // D over white, where the whole is seen.
    private static double Distance(PixelBuffer original, PixelBuffer cloaked)
    {
        var (width, height) = (original.Width, original.Height);
        var mask = VisibilityMask.Strip(original, 0, height);
        if (Math.Max(width, height) > StepPlan.CoarseSide)
        {
            TensorPrimitives.Max<float>(mask, WholeViewMask.Of(original, width, height).ReadPlane(new CanvasWindow(0, 0, width, height)), mask);
        }

        var delta = PlanarImage.FromPixels(cloaked, White);
        TensorPrimitives.Subtract(delta.Values, PlanarImage.FromPixels(original, White).Values, delta.Values);
        VectorMath.Scale(delta.Values, 255);
        return new PerceptualDistance(mask, width, height).Evaluate(delta, new PlanarImage(width, height));
    }
}
