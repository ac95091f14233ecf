using Glaze.Imaging;

namespace Glaze.TestKit.Golden;

/// <summary>How two pictures of the same size differ, alpha included.</summary>
/// <param name="Rms">Root mean square difference over all four channels, 0..255.</param>
/// <param name="FarPixels">Share of pixels that differ by more than <see cref="FarThreshold"/> in some channel.</param>
/// <param name="WorstX">Column of the worst pixel.</param>
/// <param name="WorstY">Row of the worst pixel.</param>
/// <param name="Worst">Its largest channel difference.</param>
public sealed record PictureDifference(double Rms, double FarPixels, int WorstX, int WorstY, int Worst)
{
    /// <summary>A channel difference above which a pixel counts as far off.</summary>
    public const int FarThreshold = 16;

    /// <summary>Measures the difference.</summary>
    public static PictureDifference Between(PixelBuffer expected, PixelBuffer actual)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        var (sum, far, worst, worstPixel) = (0.0, 0, -1, 0);
        for (var pixel = 0; pixel < expected.Width * expected.Height; pixel++)
        {
            var largest = 0;
            for (var i = 4 * pixel; i < (4 * pixel) + 4; i++)
            {
                var difference = Math.Abs(expected.Rgba[i] - actual.Rgba[i]);
                sum += difference * difference;
                largest = Math.Max(largest, difference);
            }

            far += largest > FarThreshold ? 1 : 0;
            (worst, worstPixel) = largest > worst ? (largest, pixel) : (worst, worstPixel);
        }

        return new PictureDifference(
            Math.Sqrt(sum / expected.Rgba.Length), (double)far / (expected.Width * expected.Height), worstPixel % expected.Width, worstPixel / expected.Width, worst);
    }

    /// <summary>An opaque picture of the differences around mid-grey.</summary>
    public static PixelBuffer Draw(PixelBuffer expected, PixelBuffer actual, int amplification)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        var result = new PixelBuffer(expected.Width, expected.Height);
        for (var i = 0; i < result.Rgba.Length; i++)
        {
            result.Rgba[i] = i % 4 == 3 ? (byte)255 : (byte)Math.Clamp(128 + (amplification * (actual.Rgba[i] - expected.Rgba[i])), 0, 255);
        }

        return result;
    }

    /// <inheritdoc/>
    public override string ToString() => $"RMS {Rms:F2}, {FarPixels:P2} far pixels, worst {Worst} at ({WorstX}, {WorstY})";
}
