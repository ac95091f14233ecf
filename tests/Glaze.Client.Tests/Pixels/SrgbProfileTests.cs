using System.Buffers.Binary;
using System.Text;
using Glaze.Client.Pixels;

namespace Glaze.Client.Tests.Pixels;

/// <summary>On profiles written by other programs (Little CMS, and the public-domain compact profiles), and on those changed in one point.</summary>
public sealed class SrgbProfileTests
{
    [Theory]
    [InlineData("srgb-lcms.icc", true)]
    [InlineData("srgb-compact.icc", true)]
    [InlineData("display-p3-compact.icc", false)]
    public void Matches_ProfileOfAnotherProgram_GoesByItsColours(string file, bool expected) =>
        SrgbProfile.Matches(Read(file)).ShouldBe(expected);

    [Theory]
    [InlineData("0000000000000000", "linear light")]
    [InlineData("0000000000000001 0233", "gamma 2.2")]
    [InlineData("0000000000000001 0100", "gamma 1")]
    [Trait("Issue", "15")]
    public void Matches_LinearOrPlainGammaUnderTheNameOfSrgb_IsNot(string curve, string what)
    {
        var profile = WithCurve(Encoding.ASCII.GetBytes("curv").Concat(Convert.FromHexString(curve.Replace(" ", ""))).ToArray());
        Encoding.ASCII.GetBytes("sRGB").CopyTo(profile, 4);

        SrgbProfile.Matches(profile).ShouldBeFalse(what);
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(4096)]
    public void Matches_SrgbCurveAsATable_Is(int entries)
    {
        var curve = new byte[12 + (2 * entries)];
        Encoding.ASCII.GetBytes("curv").CopyTo(curve, 0);
        BinaryPrimitives.WriteInt32BigEndian(curve.AsSpan(8), entries);
        for (var i = 0; i < entries; i++)
        {
            var value = i / (entries - 1.0);
            var linear = value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(curve.AsSpan(12 + (2 * i)), (ushort)Math.Round(linear * 65535));
        }

        SrgbProfile.Matches(WithCurve(curve)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("gXYZ")]
    [InlineData("gTRC")]
    public void Matches_TagMissing_IsNot(string tag)
    {
        var profile = Read("srgb-lcms.icc");
        Encoding.ASCII.GetBytes("none").CopyTo(profile, Place(profile, tag));

        SrgbProfile.Matches(profile).ShouldBeFalse();
    }

    [Fact]
    public void Matches_TablesBesideTheCurves_IsNot()
    {
        var profile = Read("srgb-lcms.icc");
        Encoding.ASCII.GetBytes("A2B0").CopyTo(profile, Place(profile, "cprt"));

        SrgbProfile.Matches(profile).ShouldBeFalse();
    }

    [Fact]
    public void Matches_AnyBytes_NeverThrows()
    {
        var whole = Read("srgb-lcms.icc");
        var random = new Random(20261125);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = whole[..random.Next(whole.Length + 1)];
            for (var change = 0; change < 4 && bytes.Length > 0; change++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            SrgbProfile.Matches(bytes);
        }

        SrgbProfile.Matches(whole).ShouldBeTrue();
    }

    private static byte[] Read(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Pixels", "Profiles", file));

    // The entry of a tag in the table of tags.
    private static int Place(byte[] profile, string tag) =>
        Enumerable.Range(0, BinaryPrimitives.ReadInt32BigEndian(profile.AsSpan(128))).Select(i => 132 + (12 * i))
            .Single(place => Encoding.ASCII.GetString(profile, place, 4) == tag);

    // sRGB with another curve for all three colours, behind the rest.
    private static byte[] WithCurve(byte[] curve)
    {
        var profile = Read("srgb-lcms.icc");
        var end = profile.Length;
        Array.Resize(ref profile, end + curve.Length);
        curve.CopyTo(profile, end);
        foreach (var place in new[] { "rTRC", "gTRC", "bTRC" }.Select(tag => Place(profile, tag)))
        {
            BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(place + 4), end);
            BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(place + 8), curve.Length);
        }

        return profile;
    }
}
