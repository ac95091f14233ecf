using Glaze.Imaging.Vips;

namespace Glaze.Imaging.Colours;

/// <summary>A profile of tables, as scanners and printers have: through libvips and Lab.</summary>
internal sealed class ProfileColours : ColourSpace
{
    // D50, and the bend of Lab's curve.
    private const double WhiteX = 0.9642;
    private const double WhiteZ = 0.8249;
    private const double Bend = 6.0 / 29;

    private static readonly Matrix3 ToD50 = Primaries.Srgb.ToD50()!;
    private static readonly Matrix3 FromD50 = ToD50.Inverse()!;

    private readonly byte[] _profile;

    private ProfileColours(byte[] profile) => _profile = profile;

    /// <summary>Tries the profile in both directions.</summary>
    /// <returns>Null when libvips refuses it.</returns>
    internal static ProfileColours? Open(byte[] profile)
    {
        try
        {
            var space = new ProfileColours(profile);
            float[] sample = [0.5f, 0.5f, 0.5f];
            space.ToShown(sample);
            space.FromShown(sample);
            return space;
        }
        catch (NetVips.VipsException)
        {
            return null;
        }
    }

    internal override void ToShown(Span<float> values)
    {
        var lab = VipsProfile.ToLab(Samples(values), _profile);
        for (var i = 0; i + 3 <= values.Length; i += 3)
        {
            var y = (lab[i] + 16.0) / 116;
            var (r, g, b) = FromD50.Apply(WhiteX * Cube(y + (lab[i + 1] / 500.0)), Cube(y), WhiteZ * Cube(y - (lab[i + 2] / 200.0)));
            (values[i], values[i + 1], values[i + 2]) = (SrgbCurve.FromLinear((float)r), SrgbCurve.FromLinear((float)g), SrgbCurve.FromLinear((float)b));
        }
    }

    internal override void FromShown(Span<float> values)
    {
        var lab = new float[values.Length];
        for (var i = 0; i + 3 <= values.Length; i += 3)
        {
            var (x, y, z) = ToD50.Apply(SrgbCurve.ToLinear(values[i]), SrgbCurve.ToLinear(values[i + 1]), SrgbCurve.ToLinear(values[i + 2]));
            var middle = Root(y);
            (lab[i], lab[i + 1], lab[i + 2]) = ((float)((116 * middle) - 16), (float)(500 * (Root(x / WhiteX) - middle)), (float)(200 * (middle - Root(z / WhiteZ))));
        }

        var samples = VipsProfile.FromLab(lab, _profile);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = samples[i] / (float)ushort.MaxValue;
        }
    }

    private static ushort[] Samples(ReadOnlySpan<float> values)
    {
        var samples = new ushort[values.Length];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (ushort)Math.Round(Math.Clamp(values[i], 0, 1) * ushort.MaxValue);
        }

        return samples;
    }

    // CIE 1976: f(t) = t^(1/3), below (6/29)³ a straight line
    private static double Root(double t) => t > Bend * Bend * Bend ? Math.Cbrt(t) : (t / (3 * Bend * Bend)) + (4.0 / 29);

    private static double Cube(double f) => f > Bend ? f * f * f : 3 * Bend * Bend * (f - (4.0 / 29));
}
