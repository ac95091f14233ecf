using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Glaze.Imaging.Metadata;

/// <summary>Reads and writes what JPEG says beside its pixels.</summary>
internal static class JpegFields
{
    private const int MaximumBlock = 65000;

    // In letters of three bytes each: texts up to here have room for all five of their tags; as a comment a text may have any length.
    private const int MaximumTag = 4000;

    private const byte App1 = 0xE1;
    private const byte App2 = 0xE2;
    private const byte App11 = 0xEB;
    private const byte App13 = 0xED;
    private const byte App14 = 0xEE;
    private const int GuidLength = 32;
    private const string GainMap = "the HDR gain map";

    /// <summary>What XMP begins with in JPEG.</summary>
    internal static ReadOnlySpan<byte> XmpMark => "http://ns.adobe.com/xap/1.0/\0"u8;

    private static ReadOnlySpan<byte> ExifMark => "Exif\0\0"u8;

    private static ReadOnlySpan<byte> ExtensionMark => "http://ns.adobe.com/xmp/extension/\0"u8;

    private static ReadOnlySpan<byte> ProfileMark => "ICC_PROFILE\0"u8;

    private static ReadOnlySpan<byte> PhotoshopMark => "Photoshop 3.0\0"u8;

    private static ReadOnlySpan<byte> FurtherPicturesMark => "MPF\0"u8;

    private static ReadOnlySpan<byte> JfifMark => "JFIF\0"u8;

    internal static ImageMetadata Read(byte[] file)
    {
        var metadata = new ImageMetadata { JpegSegments = [] };
        var segments = JpegSegment.ReadAll(file).Where(segment => segment.IsMetadata).ToList();
        metadata.IccProfile = Profile(segments);
        var photoshop = segments.Where(segment => segment.Marker == App13 && segment.Is(PhotoshopMark)).SelectMany(segment => segment.Data.Skip(PhotoshopMark.Length)).ToArray();
        metadata.Photoshop = PhotoshopResources.Read(photoshop, metadata.LeftOutList);
        if (segments.Find(segment => segment.Marker == App1 && segment.Is(XmpMark)) is { Data: not null } xmp)
        {
            metadata.ReadXmp(Packet(xmp.Data[XmpMark.Length..], segments));
        }

        foreach (var segment in segments)
        {
            ReadSegment(metadata, segment);
        }

        ReadTail(metadata, JpegSegment.Tail(file), segments);
        DropPictures(metadata.JpegSegments, metadata.LeftOutList);
        metadata.TextList.AddRange(metadata.JpegSegments.Where(segment => segment.Marker == JpegSegment.Comment).Select(comment => new PictureText(TextTags.Comment, Text(comment.Data))));
        return metadata;
    }

    internal static byte[] Write(byte[] file, ImageMetadata metadata, bool keepsColours, List<string> lost)
    {
        var tags = metadata.Tags;
        var texts = metadata.Texts;
        if (metadata.JpegSegments is null)
        {
            tags = PngOnly.Tags(metadata);
            texts = TextTags.AddTo(tags, texts, MaximumTag);
        }

        var segments = new List<JpegSegment> { Density(metadata.Density) };
        AddExif(segments, tags, lost);
        AddXmp(segments, metadata.Xmp);
        AddParts(segments, App13, PhotoshopMark, metadata.Photoshop?.Write());
        AddProfile(segments, keepsColours ? metadata.IccProfile : null);
        segments.AddRange(metadata.JpegSegments ?? texts.SelectMany(Comments));
        PngOnly.Report(metadata, keepsColours, lost);
        return JpegSegment.Replace(file, segments);
    }

    private static void ReadSegment(ImageMetadata metadata, JpegSegment segment)
    {
        switch (segment.Marker)
        {
            case JpegSegment.App0:
                metadata.Density ??= segment.Is(JfifMark) ? Density(segment.Data) : null;
                break;
            case App1 when segment.Is(ExifMark):
                metadata.ReadExif(segment.Data);
                break;
            case App1 when segment.Is(XmpMark) || segment.Is(ExtensionMark):
            case App2 when segment.Is(ProfileMark):
            case App13 when segment.Is(PhotoshopMark):
            case App14 when segment.Is("Adobe"u8):
                break;
            case App2 when segment.Is(FurtherPicturesMark) || segment.Is("FPXR\0"u8):
                // Further pictures behind the first one, most of them previews of it.
                break;
            case App2 when segment.Is("urn:iso:std:iso:ts:21496"u8):
                metadata.LeftOutList.Add(GainMap);
                break;
            case App11:
                metadata.LeftOutList.Add("Content Credentials, which vouch for the unchanged picture");
                break;
            default:
                metadata.JpegSegments!.Add(segment);
                break;
        }
    }

    // Phones put a film or a gain map there, cameras previews, which are left out without a word like all others.
    private static void ReadTail(ImageMetadata metadata, ReadOnlySpan<byte> tail, List<JpegSegment> segments)
    {
        if (tail.IndexOf("ftyp"u8) >= 0)
        {
            metadata.LeftOutList.Add("the film behind the picture");
        }
        else if (tail.IndexOf("hdrgm"u8) >= 0 || tail.IndexOf("hdrgainmap"u8) >= 0)
        {
            metadata.LeftOutList.Add(GainMap);
        }
        else if (tail.Length > 0 && !segments.Exists(segment => segment.Marker == App2 && segment.Is(FurtherPicturesMark)))
        {
            metadata.LeftOutList.Add("the data behind the picture");
        }
    }

    // What is too long for one segment goes on in others of the same marker, whose first bytes say nothing.
    private static void DropPictures(List<JpegSegment> segments, List<string> leftOut)
    {
        foreach (var parts in segments.GroupBy(segment => segment.Marker).ToList())
        {
            if (EmbeddedPicture.IsIn(parts.SelectMany(part => part.Data).ToArray()))
            {
                leftOut.Add($"{parts.First().Name}, which held a picture");
                segments.RemoveAll(segment => segment.Marker == parts.Key);
            }
        }
    }

    // Number of this part, number of parts, bytes.
    private static byte[]? Profile(List<JpegSegment> segments)
    {
        var parts = segments.Where(segment => segment.Marker == App2 && segment.Is(ProfileMark) && segment.Data.Length > ProfileMark.Length + 2)
            .OrderBy(segment => segment.Data[ProfileMark.Length])
            .ToList();
        return parts.Count == 0 ? null : [.. parts.SelectMany(segment => segment.Data.Skip(ProfileMark.Length + 2))];
    }

    // A long packet goes on in segments of their own: digest, whole length, offset, bytes.
    private static byte[] Packet(byte[] main, List<JpegSegment> segments)
    {
        var start = ExtensionMark.Length + GuidLength + 8;
        var parts = segments.Where(segment => segment.Marker == App1 && segment.Is(ExtensionMark) && segment.Data.Length > start)
            .Where(segment => main.AsSpan().IndexOf(segment.Data.AsSpan(ExtensionMark.Length, GuidLength)) >= 0)
            .OrderBy(segment => BinaryPrimitives.ReadUInt32BigEndian(segment.Data.AsSpan(start - 4)))
            .ToList();
        return parts.Count == 0 ? main : XmpPacket.Join(main, [.. parts.SelectMany(segment => segment.Data.Skip(start))]);
    }

    private static void AddExif(List<JpegSegment> segments, TagTree? tags, List<string> lost)
    {
        if (tags is not { IsEmpty: false })
        {
            return;
        }

        segments.Add(new JpegSegment(App1, [.. ExifMark, .. Fitting(tags, lost)]));
    }

    // One segment is all that EXIF has (Exif 3.0, section 4.7.2).
    private static byte[] Fitting(TagTree tags, List<string> lost)
    {
        var room = JpegSegment.MaximumLength - ExifMark.Length;
        var fitting = tags.Clone();
        while (true)
        {
            if (fitting.ValueLength <= room && TagWriter.Write(fitting) is var block && block.Length <= room)
            {
                return block;
            }

            lost.Add($"{TagName.Describe(fitting.DropLargest())}, for which JPEG has too little room");
        }
    }

    private static void AddXmp(List<JpegSegment> segments, byte[]? packet)
    {
        if (packet is null)
        {
            return;
        }

        if (packet.Length + XmpMark.Length <= JpegSegment.MaximumLength)
        {
            segments.Add(new JpegSegment(App1, [.. XmpMark, .. packet]));
            return;
        }

#pragma warning disable CA5351 // The format names a long packet by its MD5; nothing is protected by it.
        var guid = Convert.ToHexString(MD5.HashData(packet));
#pragma warning restore CA5351
        segments.Add(new JpegSegment(App1, [.. XmpMark, .. XmpPacket.Announcement(guid)]));
        var word = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(word, packet.Length);
        for (var at = 0; at < packet.Length; at += MaximumBlock)
        {
            BinaryPrimitives.WriteInt32BigEndian(word.AsSpan(4), at);
            var part = packet.AsSpan(at, Math.Min(MaximumBlock, packet.Length - at));
            segments.Add(new JpegSegment(App1, [.. ExtensionMark, .. Encoding.ASCII.GetBytes(guid), .. word, .. part]));
        }
    }

    private static void AddProfile(List<JpegSegment> segments, byte[]? profile)
    {
        var parts = profile?.Chunk(MaximumBlock).ToList() ?? [];
        for (var i = 0; i < parts.Count; i++)
        {
            segments.Add(new JpegSegment(App2, [.. ProfileMark, (byte)(i + 1), (byte)parts.Count, .. parts[i]]));
        }
    }

    private static void AddParts(List<JpegSegment> segments, byte marker, ReadOnlySpan<byte> mark, byte[]? block)
    {
        foreach (var part in block?.Chunk(MaximumBlock) ?? [])
        {
            segments.Add(new JpegSegment(marker, [.. mark, .. part]));
        }
    }

    private static IEnumerable<JpegSegment> Comments(PictureText text) =>
        Encoding.UTF8.GetBytes(text.Keyword == TextTags.Comment ? text.Text : $"{text.Keyword}: {text.Text}")
            .Chunk(MaximumBlock)
            .Select(part => new JpegSegment(JpegSegment.Comment, part));

    private static string Text(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimEnd('\0');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes).TrimEnd('\0');
        }
    }

    // "JFIF\0", version, then: units (0 none, 1 inch, 2 centimetre), horizontal and vertical density.
    private static PixelDensity? Density(byte[] data)
    {
        if (data.Length < 12)
        {
            return null;
        }

        var unit = data[7] switch { 1 => DensityUnit.Inch, 2 => DensityUnit.Centimetre, _ => DensityUnit.None };
        var (horizontal, vertical) = (BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(8)), BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(10)));
        return unit == DensityUnit.None && horizontal == vertical ? null : PixelDensity.Create(horizontal, vertical, unit);
    }

    private static JpegSegment Density(PixelDensity? density)
    {
        byte[] data = [.. JfifMark, 1, 1, 0, 0, 1, 0, 1, 0, 0];
        if (density is { } stated)
        {
            var (horizontal, vertical, unit) = stated.Unit == DensityUnit.Metre ? stated.ToInches()!.Value : stated;
            data[7] = unit switch { DensityUnit.Inch => 1, DensityUnit.Centimetre => 2, _ => 0 };
            BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(8), (ushort)Math.Clamp(Math.Round(horizontal), 1, ushort.MaxValue));
            BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(10), (ushort)Math.Clamp(Math.Round(vertical), 1, ushort.MaxValue));
        }

        return new JpegSegment(JpegSegment.App0, data);
    }
}
