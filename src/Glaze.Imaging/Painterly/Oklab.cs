namespace Glaze.Imaging.Painterly;

/// <summary>Björn Ottosson's OKLab colour space: L 0..1, a and b about ±0.3; equal steps look equally large.</summary>
internal static class Oklab
{
    private static readonly float[] ToLinear = BuildToLinear();

    /// <summary>From sRGB-encoded 0..1 values.</summary>
    internal static (float L, float A, float B) FromRgb(float red, float green, float blue)
    {
        var r = Linear(red);
        var g = Linear(green);
        var b = Linear(blue);
        var l = MathF.Cbrt((0.4122214708f * r) + (0.5363325363f * g) + (0.0514459929f * b));
        var m = MathF.Cbrt((0.2119034982f * r) + (0.6806995451f * g) + (0.1073969566f * b));
        var s = MathF.Cbrt((0.0883024619f * r) + (0.2817188376f * g) + (0.6299787005f * b));
        return ((0.2104542553f * l) + (0.7936177850f * m) - (0.0040720468f * s),
            (1.9779984951f * l) - (2.4285922050f * m) + (0.4505937099f * s),
            (0.0259040371f * l) + (0.7827717662f * m) - (0.8086757660f * s));
    }

    /// <summary>To sRGB-encoded values, clamped to 0..1.</summary>
    internal static (float Red, float Green, float Blue) ToRgb(float lightness, float a, float b)
    {
        var l = Cube(lightness + (0.3963377774f * a) + (0.2158037573f * b));
        var m = Cube(lightness - (0.1055613458f * a) - (0.0638541728f * b));
        var s = Cube(lightness - (0.0894841775f * a) - (1.2914855480f * b));
        return (Encode((4.0767416621f * l) - (3.3077115913f * m) + (0.2309699292f * s)),
            Encode((-1.2684380046f * l) + (2.6097574011f * m) - (0.3413193965f * s)),
            Encode((-0.0041960863f * l) - (0.7034186147f * m) + (1.7076147010f * s)));
    }

    private static float Cube(float x) => x * x * x;

    private static float Linear(float encoded) => ToLinear[(int)(Math.Clamp(encoded, 0f, 1f) * (ToLinear.Length - 1) + 0.5f)];

    private static float Encode(float linear) => linear switch
    {
        <= 0 => 0,
        >= 1 => 1,
        < 0.0031308f => 12.92f * linear,
        _ => (1.055f * MathF.Pow(linear, 1 / 2.4f)) - 0.055f,
    };

    private static float[] BuildToLinear()
    {
        var table = new float[4096];
        for (var i = 0; i < table.Length; i++)
        {
            var encoded = i / (table.Length - 1f);
            table[i] = encoded <= 0.04045f ? encoded / 12.92f : MathF.Pow((encoded + 0.055f) / 1.055f, 2.4f);
        }

        return table;
    }
}
