using Glaze.Imaging.Filters;

namespace Glaze.Imaging.Painterly;

/// <summary>Light and dark: luminance planes, contrast, ink lines.</summary>
internal static class Tone
{
    /// <summary>Rec. 709 luma of the sRGB-encoded values, 0..1, row-major.</summary>
    internal static float[] Luminance(PaintRequest request)
    {
        var source = request.Original.Values;
        var size = request.Original.PlaneSize;
        var result = new float[size];
        request.ForRows(y =>
        {
            for (var i = y * request.Width; i < (y + 1) * request.Width; i++)
            {
                result[i] = (0.2126f * source[i]) + (0.7152f * source[size + i]) + (0.0722f * source[(2 * size) + i]);
            }
        });
        return result;
    }

    /// <summary>Stretches a plane so that its 2nd and 98th percentile reach 0 and 1, by at most the given gain; values are clamped.</summary>
    internal static float[] Stretch(float[] plane, float maximumGain = 3f)
    {
        var count = Math.Min(plane.Length, 8192);
        var sample = new float[count];
        for (var i = 0; i < count; i++)
        {
            sample[i] = plane[(int)((long)i * plane.Length / count)];
        }

        Array.Sort(sample);
        var low = sample[(int)(0.02f * (count - 1))];
        var high = sample[(int)(0.98f * (count - 1))];
        var gain = Math.Min(maximumGain, 1 / Math.Max(high - low, 1e-3f));
        var middle = 0.5f * (low + high);

        // With the gain limited, a flat picture keeps its own brightness instead of becoming mid-grey.
        var goal = gain < maximumGain ? 0.5f : middle;
        return Array.ConvertAll(plane, v => Math.Clamp(((v - middle) * gain) + goal, 0f, 1f));
    }

    /// <summary>
    /// Ink lines by a thresholded difference of Gaussians: 0 on paper, 1 on a line along dark sides of edges.
    /// </summary>
    /// <param name="request">Size and scale.</param>
    /// <param name="plane">Luminance.</param>
    /// <param name="width">Line width, pixels at 512².</param>
    /// <param name="threshold">Contrast below which nothing is drawn.</param>
    internal static float[] InkLines(PaintRequest request, float[] plane, float width, float threshold)
    {
        var sigma = Math.Max(0.5f, request.Pixels(width));
        var fine = GaussianBlur.BlurPlane(plane, request.Width, request.Height, sigma, request.Cancellation);
        var coarse = GaussianBlur.BlurPlane(plane, request.Width, request.Height, 1.6f * sigma, request.Cancellation);
        var lines = new float[plane.Length];
        request.ForRows(y =>
        {
            for (var i = y * request.Width; i < (y + 1) * request.Width; i++)
            {
                lines[i] = Noise.Step(threshold, 2.2f * threshold, coarse[i] - fine[i]);
            }
        });
        return lines;
    }
}
