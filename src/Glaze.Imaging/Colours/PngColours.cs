using System.Buffers.Binary;
using Glaze.Imaging.Metadata;

namespace Glaze.Imaging.Colours;

/// <summary>The colours that PNG's own chunks describe: cICP by code points, gAMA and cHRM by numbers.</summary>
internal static class PngColours
{
    private const double Scale = 100_000;
    private const double SrgbGamma = 0.45455;

    // libpng too takes a gamma within 5 % of another for the same.
    private const double GammaTolerance = 0.05;

    // Brightness of white: BT.2408 puts it at 203 cd/m² for PQ, and at three quarters of the signal for HLG.
    private const double PqWhite = 203.0 / 10_000;
    private const double HlgWhite = 0.265;

    /// <summary>The space of a cICP chunk; null without one, or for code points that mean what sRGB does.</summary>
    internal static ColourSpace? CodePoints(List<PngChunk>? chunks)
    {
        if (Find(chunks, "cICP") is not { Length: >= 4 } data)
        {
            return null;
        }

        var primaries = data[0] switch { 9 => Primaries.Bt2020, 12 => Primaries.DisplayP3, _ => Primaries.Srgb };
        Func<double, double> curve = data[1] switch
        {
            1 or 6 or 14 or 15 => value => value < 0.081 ? value / 4.5 : Math.Pow((value + 0.099) / 1.099, 1 / 0.45),
            4 => value => Math.Pow(value, 2.2),
            5 => value => Math.Pow(value, 2.8),
            8 => value => value,
            16 => value => Pq(value) / PqWhite,
            18 => value => Hlg(value) / HlgWhite,
            _ => value => SrgbCurve.ToLinear((float)value),
        };
        var tone = new ToneCurve(curve);
        return MatrixColours.Create(primaries.ToD50(), tone, tone, tone);
    }

    /// <summary>The space of gAMA, with cHRM where there is one; null without gAMA, or where cICP or sRGB overrule it.</summary>
    internal static ColourSpace? GammaAndPrimaries(List<PngChunk>? chunks)
    {
        if (Find(chunks, "gAMA") is not { Length: >= 4 } data || Find(chunks, "sRGB") is not null || Find(chunks, "cICP") is not null)
        {
            return null;
        }

        var gamma = BinaryPrimitives.ReadUInt32BigEndian(data) / Scale;
        var primaries = Find(chunks, "cHRM") is { Length: >= 32 } numbers ? Read(numbers) : Primaries.Srgb;
        if (gamma is < 0.05 or > 20)
        {
            return null;
        }

        var isSrgbCurve = Math.Abs((gamma / SrgbGamma) - 1) < GammaTolerance;
        if (isSrgbCurve && primaries.IsNear(Primaries.Srgb))
        {
            return null;
        }

        var tone = ToneCurve.Gamma(1 / gamma);
        return MatrixColours.Create(primaries.ToD50(), tone, tone, tone);
    }

    private static byte[]? Find(List<PngChunk>? chunks, string kind) => chunks?.Find(chunk => chunk.Kind == kind).Data;

    private static Primaries Read(byte[] data)
    {
        double Number(int i) => BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(4 * i)) / Scale;
        return new Primaries(Number(0), Number(1), Number(2), Number(3), Number(4), Number(5), Number(6), Number(7));
    }

    // SMPTE ST 2084: 0..1 of 10000 cd/m².
    private static double Pq(double value)
    {
        const double M1 = 2610.0 / 16384, M2 = 2523.0 / 32, C1 = 3424.0 / 4096, C2 = 2413.0 / 128, C3 = 2392.0 / 128;
        var power = Math.Pow(value, 1 / M2);
        return Math.Pow(Math.Max(power - C1, 0) / (C2 - (C3 * power)), 1 / M1);
    }

    // ARIB STD-B67: scene light 0..1.
    private static double Hlg(double value)
    {
        const double A = 0.17883277, B = 0.28466892, C = 0.55991073;
        return value <= 0.5 ? value * value / 3 : (Math.Exp((value - C) / A) + B) / 12;
    }
}
