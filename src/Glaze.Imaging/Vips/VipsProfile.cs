using NetVips;

namespace Glaze.Imaging.Vips;

/// <summary>Colours through an ICC profile, by way of Lab under D50.</summary>
internal static class VipsProfile
{
    private const string Field = "icc-profile-data";

    /// <summary>16-bit R, G, B values to L, a, b.</summary>
    internal static float[] ToLab(ushort[] samples, byte[] profile)
    {
        VipsLibrary.Require();
        using var memory = Image.NewFromMemory(samples, samples.Length / 3, 1, 3, Enums.BandFormat.Ushort);
        using var rgb = memory.Copy(interpretation: Enums.Interpretation.Rgb16);
        using var tagged = rgb.Mutate(image => image.Set(GValue.BlobType, Field, profile));
        using var lab = tagged.IccImport(pcs: Enums.PCS.Lab, intent: Enums.Intent.Relative, embedded: true);
        return lab.WriteToMemory<float>();
    }

    /// <summary>L, a, b to 16-bit R, G, B values.</summary>
    internal static ushort[] FromLab(float[] values, byte[] profile)
    {
        VipsLibrary.Require();
        using var memory = Image.NewFromMemory(values, values.Length / 3, 1, 3, Enums.BandFormat.Float);
        using var lab = memory.Copy(interpretation: Enums.Interpretation.Lab);
        using var tagged = lab.Mutate(image => image.Set(GValue.BlobType, Field, profile));
        using var rgb = tagged.IccExport(pcs: Enums.PCS.Lab, intent: Enums.Intent.Relative, depth: 16);
        return rgb.WriteToMemory<ushort>();
    }
}
