using Glaze.Imaging.Metadata;

namespace Glaze.Imaging.Colours;

/// <summary>The colours of a file that are not sRGB's: from its stored values to what is seen, and back.</summary>
internal abstract class ColourSpace
{
    private const int ProbeSteps = 9;

    // Half a step of 8 bits: such a file is shown like one without a profile.
    private const float SrgbTolerance = 0.5f / 255;

    /// <summary>Turns stored values 0..1 (R, G, B one after the other) into sRGB's, which may lie outside 0..1.</summary>
    internal abstract void ToShown(Span<float> values);

    /// <summary>The inverse; the results are in 0..1.</summary>
    internal abstract void FromShown(Span<float> values);

    /// <summary>The space that a file's profile or chunks describe; null when it is sRGB in effect, or nothing usable is said.</summary>
    internal static ColourSpace? Of(ImageMetadata metadata, bool isGreyscale) =>
        Described(metadata, isGreyscale) is { } space && !space.IsSrgb(isGreyscale) ? space : null;

    // PNG's order of precedence; the other formats have nothing but the profile.
    private static ColourSpace? Described(ImageMetadata metadata, bool isGreyscale) =>
        PngColours.CodePoints(metadata.PngChunks)
        ?? (metadata.IccProfile is { } profile ? IccColours.Read(profile, isGreyscale) : null)
        ?? PngColours.GammaAndPrimaries(metadata.PngChunks);

    private bool IsSrgb(bool isGreyscale)
    {
        var count = isGreyscale ? 256 : ProbeSteps * ProbeSteps * ProbeSteps;
        var values = new float[3 * count];
        for (var i = 0; i < count; i++)
        {
            var last = (float)(ProbeSteps - 1);
            (values[3 * i], values[(3 * i) + 1], values[(3 * i) + 2]) = isGreyscale
                ? (i / 255f, i / 255f, i / 255f)
                : (i % ProbeSteps / last, i / ProbeSteps % ProbeSteps / last, i / ProbeSteps / ProbeSteps / last);
        }

        var shown = (float[])values.Clone();
        ToShown(shown);
        return !values.Where((value, i) => !(Math.Abs(value - shown[i]) < SrgbTolerance)).Any();
    }
}
