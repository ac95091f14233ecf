using Glaze.Cloaking.Canvas;
using Glaze.Imaging;

namespace Glaze.Cloaking.Budget;

/// <summary>
/// What hides a change from whoever sees the whole picture, shrunk to the sizes at which trainers and viewers look: a large picture's smooth pixels
/// are texture there. The largest of <see cref="VisibilityMask"/> at those sizes, and 0 in flat colour: cells between outlines would pass for texture.
/// </summary>
internal static class WholeViewMask
{
    // Standard deviation of the luma in levels up to which nothing is hidden, and from which all is: of the least such deviation nearby.
    private const float FlatDeviation = 0.3f;
    private const float FullDeviation = 0.6f;

    private static readonly int[] Sides = [768, 512, 384];

    /// <summary>The mask, 0..1, to be read at the coordinates of a canvas.</summary>
    /// <param name="picture">The untouched picture.</param>
    /// <param name="width">Width of the canvas that the mask is read on, in pixels.</param>
    /// <param name="height">Its height.</param>
    public static InterpolatedField Of(PixelBuffer picture, int width, int height)
    {
        var seen = WorkingCanvas.Shrink(picture);
        var hidden = new float[seen.Width * seen.Height];
        foreach (var side in Sides.Where(side => side < Math.Max(width, height)))
        {
            var small = WorkingImage.Shrink(seen, side).ToPixels();
            var mask = InterpolatedField.OfPlane(VisibilityMask.Strip(small, 0, small.Height), small.Width, small.Height, seen.Width, seen.Height);
            var enlarged = mask.ReadPlane(new CanvasWindow(0, 0, seen.Width, seen.Height));
            for (var i = 0; i < hidden.Length; i++)
            {
                hidden[i] = Math.Max(hidden[i], enlarged[i]);
            }
        }

        KeepFlat(hidden, seen);
        return InterpolatedField.OfPlane(hidden, seen.Width, seen.Height, width, height);
    }

    private static void KeepFlat(float[] hidden, PixelBuffer seen)
    {
        var deviation = FlatRegions.Deviation(seen);
        LocalWindows.MinimumOctagon(deviation, seen.Width, seen.Height, VisibilityMask.Spread);
        for (var i = 0; i < hidden.Length; i++)
        {
            hidden[i] *= FlatRegions.Unlike(deviation[i], FlatDeviation, FullDeviation);
        }
    }
}
