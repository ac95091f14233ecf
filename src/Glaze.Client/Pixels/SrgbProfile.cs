using System.Buffers.Binary;

namespace Glaze.Client.Pixels;

/// <summary>
/// Tells whether an ICC profile is sRGB by what it says, its primaries and curves, and not by its name: "linear sRGB" is another
/// colour space. In doubt the answer is no, which costs a conversion and no colour.
/// </summary>
public static class SrgbProfile
{
    private const int HeaderBytes = 128;
    private const int MaxTags = 256;

    // Primaries and curves of two profiles that nobody could tell apart in eight bits.
    private const double PrimaryTolerance = 0.003;
    private const double CurveTolerance = 1 / 255.0;

    // IEC 61966-2-1 seen from D50, as ICC profiles have it: red, green, blue.
    private static readonly (string Tag, double X, double Y, double Z)[] Primaries =
        [("rXYZ", 0.43607, 0.22249, 0.01392), ("gXYZ", 0.38515, 0.71687, 0.09708), ("bXYZ", 0.14307, 0.06061, 0.71410)];

    /// <summary>Whether the profile is sRGB.</summary>
    /// <param name="profile">The profile's bytes, from anywhere.</param>
    /// <returns>False for every other profile, and for bytes that are none.</returns>
    public static bool Matches(ReadOnlySpan<byte> profile)
    {
        if (profile.Length < HeaderBytes + 4 || !Says(profile, 36, "acsp") || !Says(profile, 16, "RGB ") || !Says(profile, 20, "XYZ "))
        {
            return false;
        }

        // Tables would be asked before primaries and curves.
        if (!Tag(profile, "A2B0").IsEmpty || !Tag(profile, "A2B1").IsEmpty || !Tag(profile, "A2B2").IsEmpty || !Tag(profile, "D2B0").IsEmpty)
        {
            return false;
        }

        foreach (var primary in Primaries)
        {
            if (!IsPrimary(Tag(profile, primary.Tag), primary.X, primary.Y, primary.Z))
            {
                return false;
            }
        }

        return IsCurve(Tag(profile, "rTRC")) && IsCurve(Tag(profile, "gTRC")) && IsCurve(Tag(profile, "bTRC"));
    }

    private static bool Says(ReadOnlySpan<byte> bytes, int offset, string signature)
    {
        for (var i = 0; i < 4; i++)
        {
            if (bytes[offset + i] != signature[i])
            {
                return false;
            }
        }

        return true;
    }

    // The contents of a tag; empty when it is missing, or lies outside the profile.
    private static ReadOnlySpan<byte> Tag(ReadOnlySpan<byte> profile, string signature)
    {
        var count = Math.Min(BinaryPrimitives.ReadUInt32BigEndian(profile[HeaderBytes..]), MaxTags);
        for (var i = 0; i < count && HeaderBytes + 4 + ((i + 1) * 12) <= profile.Length; i++)
        {
            var entry = profile.Slice(HeaderBytes + 4 + (i * 12), 12);
            if (Says(entry, 0, signature))
            {
                var offset = BinaryPrimitives.ReadUInt32BigEndian(entry[4..]);
                var length = BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
                return (long)offset + length <= profile.Length ? profile.Slice((int)offset, (int)length) : default;
            }
        }

        return default;
    }

    private static bool IsPrimary(ReadOnlySpan<byte> tag, double x, double y, double z) =>
        tag.Length >= 20 && Says(tag, 0, "XYZ ")
        && Math.Abs(Fixed(tag, 8) - x) <= PrimaryTolerance
        && Math.Abs(Fixed(tag, 12) - y) <= PrimaryTolerance
        && Math.Abs(Fixed(tag, 16) - z) <= PrimaryTolerance;

    private static bool IsCurve(ReadOnlySpan<byte> tag)
    {
        for (var level = 0; level <= 255; level++)
        {
            var value = level / 255.0;
            if (Evaluate(tag, value) is not { } linear || !(Math.Abs(Encode(linear) - value) <= CurveTolerance))
            {
                return false;
            }
        }

        return true;
    }

    private static double? Evaluate(ReadOnlySpan<byte> tag, double value)
    {
        if (tag.Length < 12)
        {
            return null;
        }

        return Says(tag, 0, "curv") ? Table(tag, value) : Says(tag, 0, "para") ? Parametric(tag, value) : null;
    }

    private static double? Table(ReadOnlySpan<byte> tag, double value)
    {
        var count = BinaryPrimitives.ReadUInt32BigEndian(tag[8..]);
        if (count == 0)
        {
            return value;
        }

        if (tag.Length < 12 + (2L * count))
        {
            return null;
        }

        if (count == 1)
        {
            return Math.Pow(value, BinaryPrimitives.ReadUInt16BigEndian(tag[12..]) / 256.0);
        }

        var place = value * (count - 1);
        var below = Math.Min((int)place, (int)count - 2);
        var low = BinaryPrimitives.ReadUInt16BigEndian(tag[(12 + (2 * below))..]) / 65535.0;
        var high = BinaryPrimitives.ReadUInt16BigEndian(tag[(14 + (2 * below))..]) / 65535.0;
        return low + ((place - below) * (high - low));
    }

    // ICC.1, parametricCurveType: Y = (aX + b)^g + e from X = d on, below it cX + f; the simpler kinds leave values out.
    private static double? Parametric(ReadOnlySpan<byte> tag, double value)
    {
        int kind = BinaryPrimitives.ReadUInt16BigEndian(tag[8..]);
        int[] counts = [1, 3, 4, 5, 7];
        if (kind >= counts.Length || tag.Length < 12 + (4 * counts[kind]))
        {
            return null;
        }

        Span<double> p = stackalloc double[7];
        for (var i = 0; i < counts[kind]; i++)
        {
            p[i] = Fixed(tag, 12 + (4 * i));
        }

        var (g, a, b) = (p[0], kind == 0 ? 1 : p[1], p[2]);
        var power = Math.Pow((a * value) + b, g);
        return kind switch
        {
            0 => power,
            1 => value >= -b / a ? power : 0,
            2 => value >= -b / a ? power + p[3] : p[3],
            3 => value >= p[4] ? power : p[3] * value,
            _ => value >= p[4] ? power + p[5] : (p[3] * value) + p[6],
        };
    }

    private static double Fixed(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadInt32BigEndian(bytes[offset..]) / 65536.0;

    // IEC 61966-2-1.
    private static double Encode(double linear) =>
        linear <= 0.0031308 ? linear * 12.92 : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;
}
