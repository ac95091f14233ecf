using System.Buffers.Binary;
using System.Text;
using Glaze.Imaging.Vips;

namespace Glaze.Imaging.Tests;

/// <summary>Picture files made for tests, with things in them that the encoder itself never writes from scratch.</summary>
internal static class TestFiles
{
    /// <summary>A small but valid ICC profile; the name of the colour space is four letters, "RGB " or "GRAY".</summary>
    internal static byte[] Profile(string colourSpace)
    {
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
            Word(body + 8, isCurve ? 1u : 0x6000);
            Word(body + 12, isCurve ? 0x02330000u : 0x6000);
            Word(body + 16, isCurve ? 0u : 0x6000);
        }

        return file;
    }

    /// <summary>An EXIF block with an artist, a copyright and an orientation.</summary>
    internal static byte[] Exif(string artist, ushort orientation)
    {
        var text = Encoding.ASCII.GetBytes(artist + "\0");
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("Exif\0\0II*\0"u8);
        writer.Write(8);
        writer.Write((ushort)2);
        writer.Write((ushort)0x0112);
        writer.Write((ushort)3);
        writer.Write(1);
        writer.Write((int)orientation);
        writer.Write((ushort)0x013B);
        writer.Write((ushort)2);
        writer.Write(text.Length);
        writer.Write(8 + 2 + 24 + 4);
        writer.Write(0);
        writer.Write(text);
        return stream.ToArray();
    }

    /// <summary>Random 16-bit samples as a PNG or TIFF file.</summary>
    internal static byte[] SixteenBit(int width, int height, int bands, ImageFormat format, ushort[] samples) =>
        Encode(samples, width, height, bands, VipsBandFormat.UInt16, bands < 3 ? VipsInterpretation.Grey16 : VipsInterpretation.Rgb16, format);

    /// <summary>8-bit samples with any number of channels.</summary>
    internal static byte[] EightBit(int width, int height, int bands, ImageFormat format, byte[] samples, VipsInterpretation interpretation) =>
        Encode(samples, width, height, bands, VipsBandFormat.UInt8, interpretation, format);

    /// <summary>A TIFF file with two pages, one above the other in the given samples.</summary>
    internal static byte[] TwoPages(int width, int pageHeight)
    {
        var samples = new byte[width * pageHeight * 2];
        return Encode(samples, width, 2 * pageHeight, 1, VipsBandFormat.UInt8, VipsInterpretation.Grey, ImageFormat.Tiff, pageHeight);
    }

    /// <summary>A TIFF file whose colours are stored multiplied by alpha.</summary>
    internal static byte[] Premultiplied(int width, int height, byte[] straight) =>
        Encode(straight, width, height, 4, VipsBandFormat.UInt8, VipsInterpretation.Srgb, ImageFormat.Tiff, 0, isPremultiplied: true);

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

    private static unsafe byte[] Encode<T>(T[] samples, int width, int height, int bands, VipsBandFormat depth, VipsInterpretation interpretation, ImageFormat format, int pageHeight = 0, bool isPremultiplied = false)
        where T : unmanaged
    {
        fixed (T* data = samples)
        {
            using var memory = VipsImage.Over(data, (long)samples.Length * sizeof(T), width, height, bands, depth);
            using var copy = new VipsOperation("copy");
            using var image = copy.Set("in", memory).Set("interpretation", (int)interpretation).Run().Image("out");
            if (pageHeight > 0)
            {
                LibVips.SetIntField(image.Pointer, "page-height", pageHeight);
            }

            var name = format switch { ImageFormat.Png => "pngsave_buffer", ImageFormat.Jpeg => "jpegsave_buffer", ImageFormat.Tiff => "tiffsave_buffer", _ => "webpsave_buffer" };
            using var save = new VipsOperation(name);
            if (isPremultiplied)
            {
                save.Set("premultiply", 1);
            }

            return save.Set("in", image).Run().Bytes("buffer");
        }
    }

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
