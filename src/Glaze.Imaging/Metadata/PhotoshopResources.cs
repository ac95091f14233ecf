using System.Buffers.Binary;

namespace Glaze.Imaging.Metadata;

/// <summary>Photoshop's resource block, in which IPTC travels too, without thumbnails.</summary>
internal sealed class PhotoshopResources
{
    private const ushort IptcResource = 0x0404;
    private const ushort OldThumbnail = 0x0409;
    private const ushort Thumbnail = 0x040C;
    private const ushort ExifResource = 0x0422;
    private const ushort XmpResource = 0x0424;

    private readonly List<Resource> _resources = [];

    /// <summary>The IPTC records, or null.</summary>
    internal byte[]? Iptc => _resources.Find(resource => resource.Id == IptcResource)?.Data;

    /// <summary>Whether there is more than IPTC in it.</summary>
    internal bool HoldsMore => _resources.Exists(resource => resource.Id != IptcResource);

    /// <summary>A block with nothing but IPTC.</summary>
    internal static PhotoshopResources OfIptc(byte[] iptc, List<string> leftOut)
    {
        var block = new PhotoshopResources();
        block._resources.Add(new Resource([.. "8BIM"u8], IptcResource, [0, 0], IptcRecords.Clean(iptc, leftOut)));
        return block;
    }

    /// <summary>Reads a block; what is damaged at its end is left out.</summary>
    /// <param name="block">The block.</param>
    /// <param name="leftOut">Receives what was left out besides thumbnails.</param>
    /// <returns>Null when there is nothing in it.</returns>
    internal static PhotoshopResources? Read(ReadOnlySpan<byte> block, List<string> leftOut)
    {
        var result = new PhotoshopResources();
        while (Next(ref block) is { } resource)
        {
            if (Clean(resource, leftOut) is { } clean)
            {
                result._resources.Add(clean);
            }
        }

        return result._resources.Count == 0 ? null : result;
    }

    /// <summary>The block's bytes.</summary>
    internal byte[] Write()
    {
        using var stream = new MemoryStream();
        Span<byte> word = stackalloc byte[4];
        foreach (var resource in _resources)
        {
            stream.Write(resource.Signature);
            stream.Write([(byte)(resource.Id >> 8), (byte)resource.Id]);
            stream.Write(resource.Name);
            BinaryPrimitives.WriteInt32BigEndian(word, resource.Data.Length);
            stream.Write(word);
            stream.Write(resource.Data);
            if ((resource.Data.Length & 1) == 1)
            {
                stream.WriteByte(0);
            }
        }

        return stream.ToArray();
    }

    // Signature, number, a name (length byte, padded to an even size), length, data (padded).
    private static Resource? Next(ref ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 12 || !(rest.StartsWith("8BIM"u8) || rest.StartsWith("MeSa"u8) || rest.StartsWith("PHUT"u8) || rest.StartsWith("AgHg"u8) || rest.StartsWith("DCSR"u8)))
        {
            return null;
        }

        var name = (rest[6] + 2) & ~1;
        if (rest.Length < 6 + name + 4)
        {
            return null;
        }

        long length = BinaryPrimitives.ReadUInt32BigEndian(rest[(6 + name)..]);
        var start = 6 + name + 4;
        if (length > rest.Length - start)
        {
            return null;
        }

        var resource = new Resource(rest[..4].ToArray(), BinaryPrimitives.ReadUInt16BigEndian(rest[4..]), rest.Slice(6, name).ToArray(), rest.Slice(start, (int)length).ToArray());
        rest = rest[Math.Min(rest.Length, start + (int)length + ((int)length & 1))..];
        return resource;
    }

    // EXIF and XMP lie inside once more, with thumbnails of their own.
    private static Resource? Clean(Resource resource, List<string> leftOut) => resource.Id switch
    {
        Thumbnail or OldThumbnail => null,
        IptcResource => resource with { Data = IptcRecords.Clean(resource.Data, leftOut) },
        ExifResource => TagTree.Read(resource.Data, []) is { } tree ? resource with { Data = TagWriter.Write(tree) } : null,
        XmpResource => XmpPacket.Clean(resource.Data, []) is { } packet ? resource with { Data = packet } : null,
        _ => WithoutPicture(resource, leftOut),
    };

    private static Resource? WithoutPicture(Resource resource, List<string> leftOut)
    {
        if (!EmbeddedPicture.IsIn(resource.Data))
        {
            return resource;
        }

        leftOut.Add($"Photoshop's resource {resource.Id}, which held a picture");
        return null;
    }

    private sealed record Resource(byte[] Signature, ushort Id, byte[] Name, byte[] Data);
}
