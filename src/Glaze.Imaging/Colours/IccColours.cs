using System.Buffers.Binary;

namespace Glaze.Imaging.Colours;

/// <summary>Reads ICC profiles: those of curves and a matrix by their numbers, all others through libvips.</summary>
internal static class IccColours
{
    private const int HeaderLength = 128;
    private const int MaximumTags = 200;
    private const double Fixed = 65536;

    /// <summary>The profile's space; null when it is damaged or of another kind of pixels.</summary>
    internal static ColourSpace? Read(byte[] profile, bool isGreyscale)
    {
        if (!Fits(profile, isGreyscale))
        {
            return null;
        }

        var tags = Tags(profile);
        var isMatrix = profile.AsSpan(20, 4).SequenceEqual("XYZ "u8) && !tags.ContainsKey("A2B0");
        if (isGreyscale)
        {
            return Curve(profile, tags, "kTRC") is { } grey ? MatrixColours.Grey(grey) : null;
        }

        return (isMatrix ? Matrix(profile, tags) : null) ?? (ColourSpace?)ProfileColours.Open(profile);
    }

    /// <summary>Whether the profile is for pixels of this kind; any other would make a file invalid.</summary>
    internal static bool Fits(byte[] profile, bool isGreyscale) =>
        profile.Length > HeaderLength && profile.AsSpan(36, 4).SequenceEqual("acsp"u8) && profile.AsSpan(16, 4).SequenceEqual(isGreyscale ? "GRAY"u8 : "RGB "u8);

    private static MatrixColours? Matrix(byte[] profile, Dictionary<string, (int Place, int Length)> tags)
    {
        if (Column(profile, tags, "rXYZ") is not { } red || Column(profile, tags, "gXYZ") is not { } green || Column(profile, tags, "bXYZ") is not { } blue)
        {
            return null;
        }

        var curves = new[] { Curve(profile, tags, "rTRC"), Curve(profile, tags, "gTRC"), Curve(profile, tags, "bTRC") };
        return curves is [{ } r, { } g, { } b]
            ? MatrixColours.Create(new Matrix3(red[0], green[0], blue[0], red[1], green[1], blue[1], red[2], green[2], blue[2]), r, g, b)
            : null;
    }

    // After the header: a count, then name, place and length of each.
    private static Dictionary<string, (int Place, int Length)> Tags(byte[] profile)
    {
        var tags = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        var count = profile.Length >= HeaderLength + 4 ? BinaryPrimitives.ReadUInt32BigEndian(profile.AsSpan(HeaderLength)) : 0;
        for (var i = 0; i < Math.Min(count, MaximumTags); i++)
        {
            var at = HeaderLength + 4 + (12 * i);
            if (at + 12 > profile.Length)
            {
                break;
            }

            long place = BinaryPrimitives.ReadUInt32BigEndian(profile.AsSpan(at + 4));
            long length = BinaryPrimitives.ReadUInt32BigEndian(profile.AsSpan(at + 8));
            if (place + length <= profile.Length)
            {
                tags[System.Text.Encoding.Latin1.GetString(profile, at, 4)] = ((int)place, (int)length);
            }
        }

        return tags;
    }

    private static double[]? Column(byte[] profile, Dictionary<string, (int Place, int Length)> tags, string name) =>
        tags.TryGetValue(name, out var tag) && tag.Length >= 20
            ? [.. Enumerable.Range(0, 3).Select(i => Number(profile, tag.Place + 8 + (4 * i)))]
            : null;

    private static ToneCurve? Curve(byte[] profile, Dictionary<string, (int Place, int Length)> tags, string name)
    {
        if (!tags.TryGetValue(name, out var tag) || tag.Length < 12)
        {
            return null;
        }

        var data = profile.AsSpan(tag.Place, tag.Length);
        if (data.StartsWith("curv"u8))
        {
            return Table(data);
        }

        return data.StartsWith("para"u8) ? Parametric(profile, tag.Place, tag.Length) : null;
    }

    // A count, then 16-bit values; none is a straight line, one is an exponent in 256ths.
    private static ToneCurve? Table(ReadOnlySpan<byte> data)
    {
        var count = BinaryPrimitives.ReadUInt32BigEndian(data[8..]);
        if (count == 0)
        {
            return new ToneCurve(value => value);
        }

        if (count > (data.Length - 12) / 2)
        {
            return null;
        }

        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = BinaryPrimitives.ReadUInt16BigEndian(data[(12 + (2 * i))..]);
        }

        return count == 1 ? ToneCurve.Gamma(values[0] / 256) : new ToneCurve(value => Interpolate(values, value) / ushort.MaxValue);
    }

    private static double Interpolate(double[] values, double value)
    {
        var at = value * (values.Length - 1);
        var low = Math.Min((int)at, values.Length - 2);
        return values[low] + ((at - low) * (values[low + 1] - values[low]));
    }

    // ICC.1, 10.18: Y = (aX + b)^g + e where X ≥ d, else cX + f; the shorter kinds leave some out.
    private static ToneCurve? Parametric(byte[] profile, int place, int length)
    {
        var kind = BinaryPrimitives.ReadUInt16BigEndian(profile.AsSpan(place + 8));
        var count = kind switch { 0 => 1, 1 => 3, 2 => 4, 3 => 5, 4 => 7, _ => int.MaxValue };
        if (count > (length - 12) / 4)
        {
            return null;
        }

        var p = Enumerable.Range(0, count).Select(i => Number(profile, place + 12 + (4 * i))).ToArray();
        var (g, a, b) = (p[0], count > 1 ? p[1] : 1, count > 1 ? p[2] : 0);
        var bend = kind is 1 or 2 && a != 0 ? -b / a : kind >= 3 ? p[4] : 0;
        var (c, e, f) = kind switch { 2 => (0, p[3], p[3]), 3 => (p[3], 0, 0), 4 => (p[3], p[5], p[6]), _ => (0d, 0d, 0d) };
        return new ToneCurve(value => value >= bend ? Math.Pow(Math.Max((a * value) + b, 0), g) + e : (c * value) + f);
    }

    private static double Number(byte[] profile, int place) => BinaryPrimitives.ReadInt32BigEndian(profile.AsSpan(place)) / Fixed;
}
