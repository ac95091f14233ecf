using System.Buffers.Binary;
using System.Text;

namespace GlazeEffect.StandInEditor.Imaging;

/// <summary>ICC profiles of primaries and one curve, as small as the format allows.</summary>
internal static class MatrixProfile
{
    /// <summary>The primaries of sRGB with linear light, under a name that holds the letters "sRGB" as real ones do.</summary>
    public static ReadOnlyMemory<byte> LinearCalledSrgb { get; } = Build("sRGB linear light", Encoding.ASCII.GetBytes("curv\0\0\0\0\0\0\0\0"));

    private static byte[] Build(string name, byte[] curve)
    {
        var description = Encoding.ASCII.GetBytes("desc\0\0\0\0").Concat(new byte[] { 0, 0, 0, (byte)(name.Length + 1) })
            .Concat(Encoding.ASCII.GetBytes(name)).Concat(new byte[79]).ToArray();
        (string Name, byte[] Content)[] tags =
        [
            ("desc", description),
            ("rXYZ", Colour(0.43607, 0.22249, 0.01392)), ("gXYZ", Colour(0.38515, 0.71687, 0.09708)), ("bXYZ", Colour(0.14307, 0.06061, 0.71410)),
            ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ];
        var start = 132 + (12 * tags.Length);
        var profile = new byte[start + tags.Sum(tag => (tag.Content.Length + 3) / 4 * 4)];
        Encoding.ASCII.GetBytes("mntrRGB XYZ ").CopyTo(profile, 12);
        Encoding.ASCII.GetBytes("acsp").CopyTo(profile, 36);
        BinaryPrimitives.WriteInt32BigEndian(profile, profile.Length);
        BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(128), tags.Length);
        for (var i = 0; i < tags.Length; i++)
        {
            var entry = profile.AsSpan(132 + (12 * i));
            Encoding.ASCII.GetBytes(tags[i].Name).CopyTo(entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], start);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], tags[i].Content.Length);
            tags[i].Content.CopyTo(profile, start);
            start += (tags[i].Content.Length + 3) / 4 * 4;
        }

        return profile;
    }

    private static byte[] Colour(double x, double y, double z)
    {
        var tag = new byte[20];
        Encoding.ASCII.GetBytes("XYZ ").CopyTo(tag, 0);
        double[] values = [x, y, z];
        for (var i = 0; i < 3; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(tag.AsSpan(8 + (4 * i)), (int)Math.Round(values[i] * 65536));
        }

        return tag;
    }
}
