using System.Buffers.Binary;

namespace Glaze.Fuzz.Tests;

/// <summary>Puts right checksums on a mutated PNG, so that hostile content gets past the first look.</summary>
internal static class PngChecksums
{
    private const int Signature = 8;
    private const int Frame = 12;

    /// <summary>Repairs the checksum of every chunk that lies wholly in the file.</summary>
    public static byte[] Repair(byte[] file)
    {
        for (var at = (long)Signature; at + Frame <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan((int)at));
            if (at + Frame + length > file.Length)
            {
                break;
            }

            var content = file.AsSpan((int)at + 4, (int)length + 4);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan((int)(at + 8 + length)), Crc(content));
            at += Frame + length;
        }

        return file;
    }

    // ISO 3309, as the PNG specification gives it.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }
}
