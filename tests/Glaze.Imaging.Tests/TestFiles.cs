using System.Buffers.Binary;
using System.Text;
using Glaze.Imaging.Vips;
using NetVips;

namespace Glaze.Imaging.Tests;

/// <summary>Picture files made for tests, with things in them that the encoder itself never writes from scratch.</summary>
internal static class TestFiles
{
    private static readonly uint[] White = [0xF6D6, 0x10000, 0xD32D];

    /// <summary>A profile of Display P3's primaries and a gamma of 2.2.</summary>
    internal static byte[] DisplayP3() => Profile("RGB ", 2.2, 0.51512, 0.24120, -0.00105, 0.29198, 0.69225, 0.04189, 0.15710, 0.06657, 0.78407);

    /// <summary>A profile of ProPhoto's primaries and gamma.</summary>
    internal static byte[] ProPhoto() => Profile("RGB ", 1.8, 0.79767, 0.28804, 0, 0.13519, 0.71187, 0, 0.03135, 0.00009, 0.82521);

    /// <summary>A profile of sRGB's primaries whose values are linear light.</summary>
    internal static byte[] Linear() => Profile("RGB ", 1, 0.43607, 0.22249, 0.01392, 0.38515, 0.71687, 0.09708, 0.14307, 0.06061, 0.71410);

    /// <summary>A small but valid ICC profile of three colours' XYZ and one gamma; the name of the colour space is four letters, "RGB " or "GRAY".</summary>
    internal static byte[] Profile(string colourSpace, double gamma = 2.2, params double[] colours)
    {
        // The first tag is the white point, D50.
        uint Xyz(int tag, int part) => tag == 0 ? White[part] : (uint)(int)Math.Round(colours[(3 * (tag - 1)) + part] * 65536);
        string[] tags = colourSpace == "GRAY" ? ["wtpt", "kTRC"] : ["wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"];
        var file = new byte[128 + 4 + (12 * tags.Length) + (20 * tags.Length)];
        void Word(int at, uint value) => BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(at), value);
        void Name(int at, string text) => Encoding.ASCII.GetBytes(text).CopyTo(file, at);
        Word(0, (uint)file.Length);
        Word(8, 0x02400000);
        Name(12, "mntr");
        Name(16, colourSpace);
        Name(20, "XYZ ");
        Name(36, "acsp");
        Word(68, 0xF6D6);
        Word(72, 0x10000);
        Word(76, 0xD32D);
        Word(128, (uint)tags.Length);
        for (var i = 0; i < tags.Length; i++)
        {
            var body = 128 + 4 + (12 * tags.Length) + (20 * i);
            Name(132 + (12 * i), tags[i]);
            Word(136 + (12 * i), (uint)body);
            Word(140 + (12 * i), 20);
            var isCurve = tags[i].EndsWith("TRC", StringComparison.Ordinal);
            Name(body, isCurve ? "curv" : "XYZ ");
            Word(body + 8, isCurve ? 1u : Xyz(i, 0));
            Word(body + 12, isCurve ? (uint)Math.Round(gamma * 256) << 16 : Xyz(i, 1));
            Word(body + 16, isCurve ? 0u : Xyz(i, 2));
        }

        return file;
    }

    /// <summary>Random 16-bit samples as a PNG or TIFF file.</summary>
    internal static byte[] SixteenBit(int width, int height, int bands, ImageFormat format, ushort[] samples) =>
        VipsCodec.Encode(samples, width, height, bands, image => Save(image, format));

    /// <summary>8-bit samples with any number of channels.</summary>
    internal static byte[] EightBit(int width, int height, int bands, ImageFormat format, byte[] samples) =>
        VipsCodec.Encode(samples, width, height, bands, image => Save(image, format));

    /// <summary>Four channels that are the inks of a printer.</summary>
    internal static byte[] Cmyk(int width, int height, ImageFormat format, byte[] samples) => VipsCodec.Encode(samples, width, height, 4, image =>
    {
        using var cmyk = image.Copy(interpretation: Enums.Interpretation.Cmyk);
        return Save(cmyk, format);
    });

    /// <summary>A TIFF file with two pages, one above the other in the given samples.</summary>
    internal static byte[] TwoPages(int width, int pageHeight) => VipsCodec.Encode(new byte[width * pageHeight * 2], width, 2 * pageHeight, 1, image =>
    {
        using var pages = image.Mutate(mutable => mutable.Set(GValue.GIntType, "page-height", pageHeight));
        return pages.TiffsaveBuffer();
    });

    /// <summary>A TIFF file whose colours are stored multiplied by alpha.</summary>
    internal static byte[] Premultiplied(int width, int height, byte[] straight) =>
        VipsCodec.Encode(straight, width, height, 4, image => image.TiffsaveBuffer(premultiply: true));

    /// <summary>The header of a PNG file of any size, followed by no pixels worth mentioning.</summary>
    internal static byte[] PngHeader(int width, int height)
    {
        using var stream = new MemoryStream();
        stream.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 6);
        WriteChunk(stream, "IHDR", header);
        WriteChunk(stream, "IDAT", [0x78, 0x9C, 0x03, 0, 0, 0, 0, 1]);
        WriteChunk(stream, "IEND", []);
        return stream.ToArray();
    }

    private static byte[] Save(Image image, ImageFormat format) => format switch
    {
        ImageFormat.Png => image.PngsaveBuffer(),
        ImageFormat.Jpeg => image.JpegsaveBuffer(),
        ImageFormat.Tiff => image.TiffsaveBuffer(),
        _ => image.WebpsaveBuffer(),
    };

    private static void WriteChunk(Stream stream, string type, byte[] data)
    {
        var body = (byte[])[.. Encoding.ASCII.GetBytes(type), .. data];
        Span<byte> word = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(word, data.Length);
        stream.Write(word);
        stream.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(word, Crc(body));
        stream.Write(word);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0u : 0xEDB88320u);
            }
        }

        return ~crc;
    }
}
