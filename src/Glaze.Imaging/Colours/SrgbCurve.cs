namespace Glaze.Imaging.Colours;

/// <summary>sRGB's curve (IEC 61966-2-1), carried on beyond 0 and 1: colours that sRGB cannot show keep their place.</summary>
internal static class SrgbCurve
{
    // v = 1.055·l^(1/2.4) − 0.055, below 0.0031308: 12.92·l; odd
    internal static float FromLinear(float light)
    {
        var size = MathF.Abs(light);
        return MathF.CopySign(size <= 0.0031308f ? 12.92f * size : (1.055f * MathF.Pow(size, 1 / 2.4f)) - 0.055f, light);
    }

    internal static float ToLinear(float value)
    {
        var size = MathF.Abs(value);
        return MathF.CopySign(size <= 0.04045f ? size / 12.92f : MathF.Pow((size + 0.055f) / 1.055f, 2.4f), value);
    }
}
