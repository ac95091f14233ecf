using Glaze.Imaging;

namespace Glaze.TestKit.Golden;

/// <summary>How far two pictures of the same size are apart. Only colours count; alpha must be compared by the caller.</summary>
public static class ImageDistance
{
    /// <summary>Largest absolute difference of any colour byte, 0..255.</summary>
    public static int MaxDifference(PixelBuffer first, PixelBuffer second)
    {
        CheckSize(first.Width, first.Height, second.Width, second.Height);
        var worst = 0;
        for (var i = 0; i < first.Rgba.Length; i++)
        {
            if ((i & 3) != 3)
            {
                worst = Math.Max(worst, Math.Abs(first.Rgba[i] - second.Rgba[i]));
            }
        }

        return worst;
    }

    /// <summary>Largest absolute difference of any value.</summary>
    public static float MaxDifference(PlanarImage first, PlanarImage second)
    {
        CheckSize(first.Width, first.Height, second.Width, second.Height);
        var worst = 0f;
        for (var i = 0; i < first.Values.Length; i++)
        {
            worst = Math.Max(worst, Math.Abs(first.Values[i] - second.Values[i]));
        }

        return worst;
    }

    /// <summary>Root mean square difference of the colours in steps of 1/255, over the pixels that the first picture shows (alpha &gt; 0).</summary>
    /// <returns>0..255; 0 when every pixel is fully transparent.</returns>
    public static double Rms(PixelBuffer first, PixelBuffer second)
    {
        CheckSize(first.Width, first.Height, second.Width, second.Height);
        var sum = 0L;
        var count = 0L;
        for (var i = 0; i < first.Rgba.Length; i += 4)
        {
            if (first.Rgba[i + 3] == 0)
            {
                continue;
            }

            for (var c = 0; c < 3; c++)
            {
                var difference = first.Rgba[i + c] - second.Rgba[i + c];
                sum += difference * difference;
            }

            count += 3;
        }

        return count == 0 ? 0 : Math.Sqrt((double)sum / count);
    }

    /// <summary>Root mean square difference of the values.</summary>
    public static double Rms(PlanarImage first, PlanarImage second)
    {
        CheckSize(first.Width, first.Height, second.Width, second.Height);
        var sum = 0.0;
        for (var i = 0; i < first.Values.Length; i++)
        {
            double difference = first.Values[i] - second.Values[i];
            sum += difference * difference;
        }

        return Math.Sqrt(sum / first.Values.Length);
    }

    /// <summary>Peak signal-to-noise ratio, 20·log10(255 / RMS), in dB; positive infinity for equal pictures.</summary>
    public static double Psnr(PixelBuffer first, PixelBuffer second) => 20 * Math.Log10(255 / Rms(first, second));

    /// <summary>Peak signal-to-noise ratio with peak 1, −20·log10(RMS), in dB; positive infinity for equal pictures.</summary>
    public static double Psnr(PlanarImage first, PlanarImage second) => -20 * Math.Log10(Rms(first, second));

    private static void CheckSize(int width, int height, int otherWidth, int otherHeight)
    {
        if (width != otherWidth || height != otherHeight)
        {
            throw new ArgumentException($"Pictures of {width}×{height} and {otherWidth}×{otherHeight} cannot be compared.");
        }
    }
}
