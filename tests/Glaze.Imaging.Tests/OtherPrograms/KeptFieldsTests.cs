using Glaze.TestKit;

namespace Glaze.Imaging.Tests.OtherPrograms;

/// <summary>Files tagged by exiftool, ImageMagick, Pillow and libtiff keep what they say, as exiftool, pngcheck and libtiff read it.</summary>
[Trait("Issue", "15")]
public sealed class KeptFieldsTests : IDisposable
{
    private static readonly string[] Written =
    [
        "-IFD0:Artist=Mika Ünïcode", "-IFD0:Copyright=(c) 2026 Mika", "-IFD0:ImageDescription=Sakura", "-IFD0:Software=CLIP STUDIO PAINT",
        "-IFD0:ModifyDate=2026:01:02 03:04:05", "-ExifIFD:DateTimeOriginal=2026:01:01 00:00:00", "-ExifIFD:UserComment=no training", "-ExifIFD:LensModel=RF50mm",
        "-GPS:GPSLatitude=35.6", "-GPS:GPSLatitudeRef=N", "-XMP-dc:Rights=(c) Mika", "-XMP-dc:Creator=Mika", "-IFD0:XPTitle=桜",
    ];

    private static readonly string[] Read =
    [
        "IFD0:Artist", "IFD0:Copyright", "IFD0:ImageDescription", "IFD0:Software", "IFD0:ModifyDate", "ExifIFD:DateTimeOriginal", "ExifIFD:UserComment",
        "ExifIFD:LensModel", "GPS:GPSLatitude", "XMP-dc:Rights", "XMP-dc:Creator", "IFD0:XPTitle",
    ];

    private readonly Tool _tool = new();

    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Save_TaggedJpeg_KeepsEveryFieldInEveryFormat()
    {
        var input = _tool.Picture("in.jpg", "-density", "300", "-units", "PixelsPerInch");
        _tool.Tag(input, [.. Written, "-IPTC:By-line=Mika", "-IPTC:CopyrightNotice=all mine", "-Comment=JPEG comment", "-IFD0:XResolution=300", "-IFD0:YResolution=300", "-n", "-IFD0:Orientation=6"]);

        string[] iptc = ["IPTC:By-line", "IPTC:CopyrightNotice"];
        var wanted = _tool.ReadAll(input, [.. Read, "IFD0:Orientation"]);
        wanted.ShouldAllBe(line => !line.EndsWith("=-", StringComparison.Ordinal));

        foreach (var output in (string[])["out.jpg", "out.png", "out.tif", "out.webp"])
        {
            var (_, _, notKept) = _tool.Cloak(input, _tool.At(output));

            _tool.ReadAll(_tool.At(output), [.. Read, "IFD0:Orientation"]).ShouldBe(wanted, output);
            if (output == "out.webp")
            {
                notKept.ShouldBe(["the text \"Comment\"", "IPTC"]);
            }
            else
            {
                _tool.ReadAll(_tool.At(output), iptc).ShouldBe(["IPTC:By-line=Mika", "IPTC:CopyrightNotice=all mine"], output);
            }
        }

        _tool.Read(_tool.At("out.jpg"), "File:Comment").ShouldBe("JPEG comment");
        _tool.Read(_tool.At("out.png"), "PNG:Comment").ShouldBe("JPEG comment");
        _tool.Run("pngcheck", "-q", _tool.At("out.png"));
    }

    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Save_TaggedTiff_KeepsEveryFieldInEveryFormat()
    {
        var input = _tool.Picture("in.tif", "-density", "240", "-units", "PixelsPerInch", "-compress", "RLE");
        _tool.Tag(input, [.. Written, "-IFD0:DocumentName=page 12", "-IFD0:HostComputer=my pc", "-IPTC:By-line=Mika"]);

        string[] tags = [.. Read, "IFD0:DocumentName", "IFD0:HostComputer"];
        var wanted = _tool.ReadAll(input, tags);

        foreach (var output in (string[])["out.tif", "out.jpg", "out.png", "out.webp"])
        {
            _tool.Cloak(input, _tool.At(output));

            _tool.ReadAll(_tool.At(output), tags).ShouldBe(wanted, output);
        }

        var seen = _tool.Run("tiffinfo", _tool.At("out.tif"));
        seen.ShouldContain("Artist: Mika");
        seen.ShouldContain("Copyright: (c) 2026 Mika");
        seen.ShouldContain("Resolution: 240, 240 pixels/inch");
        _tool.Read(_tool.At("out.tif"), "IPTC:By-line").ShouldBe("Mika");
    }

    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Save_PngWithTexts_KeepsThemOrGivesThemTags()
    {
        var input = _tool.At("in.png");
        _tool.Pillow(
            """
            import sys
            from PIL import Image, PngImagePlugin
            info = PngImagePlugin.PngInfo()
            info.add_text('Author', 'Mika Example')
            info.add_text('Copyright', '(c) 2026 Mika, no AI training', zip=True)
            info.add_itxt('Title', '桜の下', 'ja', 'Title')
            info.add_text('Comment', 'drawn by hand')
            info.add(b'tIME', bytes([7, 234, 1, 2, 3, 4, 5]))
            Image.open(sys.argv[1]).convert('RGB').save(sys.argv[2], pnginfo=info, dpi=(600, 600))
            """,
            _tool.Picture("plain.png"),
            input);

        foreach (var output in (string[])["out.png", "out.jpg", "out.tif", "out.webp"])
        {
            _tool.Cloak(input, _tool.At(output)).NotKept.Where(lost => !lost.Contains("transparency", StringComparison.Ordinal)).ShouldBeEmpty(output);
        }

        var (png, jpeg) = (_tool.At("out.png"), _tool.At("out.jpg"));
        _tool.Run("pngcheck", "-q", png);
        (_tool.Read(png, "PNG:Author"), _tool.Read(png, "PNG:Title-ja"), _tool.Read(png, "PNG:ModifyDate")).ShouldBe(("Mika Example", "桜の下", "2026:01:02 03:04:05"));
        _tool.Read(png, "PNG:Copyright").ShouldBe("(c) 2026 Mika, no AI training");
        _tool.Read(png, "PNG:PixelsPerUnitX").ShouldBe("23622");
        _tool.Read(jpeg, "File:Comment").ShouldBe("drawn by hand");
        foreach (var output in (string[])["out.jpg", "out.tif", "out.webp"])
        {
            _tool.ReadAll(_tool.At(output), "IFD0:Artist", "IFD0:Copyright", "IFD0:DocumentName", "IFD0:ModifyDate", "XResolution").ShouldBe(
                ["IFD0:Artist=Mika Example", "IFD0:Copyright=(c) 2026 Mika, no AI training", "IFD0:DocumentName=桜の下", "IFD0:ModifyDate=2026:01:02 03:04:05", "XResolution=600"],
                output);
        }

        _tool.Read(_tool.At("out.webp"), "ExifIFD:UserComment").ShouldBe("drawn by hand");
    }

    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Save_FileWithoutResolution_StatesNone()
    {
        var tiff = _tool.Picture("in.tif");
        foreach (var tag in (string[])["282", "283", "296"])
        {
            _tool.Run("tiffset", "-u", tag, tiff);
        }

        var png = _tool.At("in.png");
        _tool.Pillow("import sys\nfrom PIL import Image\nImage.open(sys.argv[1]).save(sys.argv[2])", tiff, png);

        foreach (var input in (string[])[tiff, png])
        {
            foreach (var output in (string[])["out.tif", "out.png", "out.webp", "out.jpg"])
            {
                _tool.Cloak(input, _tool.At(output));

                _tool.ReadAll(_tool.At(output), "ResolutionUnit", "PixelsPerUnitX").ShouldBe([output == "out.jpg" ? "ResolutionUnit=None" : "ResolutionUnit=-", "PixelsPerUnitX=-"], output);
            }
        }

        _tool.Run("tiffinfo", _tool.At("out.tif")).ShouldNotContain("Resolution:");
    }

    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Save_JpegWithDensityInItsHeaderAlone_KeepsIt()
    {
        var input = _tool.Picture("in.jpg", "-density", "118", "-units", "PixelsPerCentimeter");

        foreach (var output in (string[])["out.jpg", "out.tif", "out.webp"])
        {
            _tool.Cloak(input, _tool.At(output));

            _tool.ReadAll(_tool.At(output), "XResolution", "ResolutionUnit").ShouldBe(["XResolution=118", "ResolutionUnit=cm"], output);
        }
    }

    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Save_LongXmp_ArrivesWhole()
    {
        var input = _tool.Picture("in.jpg");
        File.WriteAllText(_tool.At("long.txt"), new string('x', 150_000));
        _tool.Tag(input, "-XMP-dc:Description<=" + _tool.At("long.txt"), "-XMP-dc:Rights=mine");

        foreach (var output in (string[])["out.jpg", "out.png", "out.tif"])
        {
            _tool.Cloak(input, _tool.At(output)).NotKept.ShouldBeEmpty();

            _tool.Read(_tool.At(output), "XMP-dc:Description").Length.ShouldBe(150_000, output);
            _tool.Read(_tool.At(output), "XMP-dc:Rights").ShouldBe("mine", output);
        }
    }

    // Exif 3.0, section 4.7.2: a block in JPEG is one segment, which holds less than 64 kB.
    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Save_TagTooLongForJpeg_IsLeftOutAlone()
    {
        File.WriteAllText(_tool.At("long.txt"), new string('x', 70_000));
        foreach (var name in (string[])["in.tif", "in.png"])
        {
            var input = _tool.Picture(name);
            _tool.Tag(input, $"-IFD0:ImageDescription<={_tool.At("long.txt")}", $"-ExifIFD:UserComment<={_tool.At("long.txt")}", "-IFD0:Artist=Mika", "-IFD0:Copyright=mine", "-IFD0:Software=Krita", "-n", "-IFD0:Orientation=6");

            var (_, _, notKept) = _tool.Cloak(input, _tool.At("out.jpg"));

            _tool.ReadAll(_tool.At("out.jpg"), "IFD0:Artist", "IFD0:Copyright", "IFD0:Software", "IFD0:Orientation", "IFD0:ImageDescription").ShouldBe(
                ["IFD0:Artist=Mika", "IFD0:Copyright=mine", "IFD0:Software=Krita", "IFD0:Orientation=Rotate 90 CW", "IFD0:ImageDescription=-"], name);
            notKept.ShouldContain("EXIF's image description, for which JPEG has too little room");
            notKept.ShouldContain("EXIF's user comment, for which JPEG has too little room");
        }
    }

    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Save_AuthorTooLongForJpeg_IsLeftOutLast()
    {
        var input = _tool.Picture("in.tif");
        File.WriteAllText(_tool.At("long.txt"), new string('x', 66_000));
        File.WriteAllText(_tool.At("middle.txt"), new string('y', 30_000));
        _tool.Tag(input, $"-IFD0:Artist<={_tool.At("long.txt")}", $"-IFD0:Copyright<={_tool.At("middle.txt")}", "-IFD0:Software=Krita", "-n", "-IFD0:Orientation=6");

        _tool.Cloak(input, _tool.At("out.jpg")).NotKept.ShouldContain("EXIF's artist, for which JPEG has too little room");

        _tool.Read(_tool.At("out.jpg"), "IFD0:Orientation").ShouldBe("Rotate 90 CW");
        _tool.Read(_tool.At("out.jpg"), "IFD0:Copyright").Length.ShouldBe(30_000);
    }

    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Save_PngTextTooLongForATag_BecomesComments()
    {
        var input = _tool.At("in.png");
        _tool.Pillow(
            """
            import sys
            from PIL import Image, PngImagePlugin
            info = PngImagePlugin.PngInfo()
            info.add_text('Author', 'Mika')
            info.add_text('Description', 'x' * 70000)
            Image.open(sys.argv[1]).convert('RGB').save(sys.argv[2], pnginfo=info)
            """,
            _tool.Picture("plain.png"),
            input);

        _tool.Cloak(input, _tool.At("out.jpg")).NotKept.ShouldBeEmpty();

        _tool.Read(_tool.At("out.jpg"), "IFD0:Artist").ShouldBe("Mika");
        _tool.Run("exiftool", "-a", "-s3", "-File:Comment", _tool.At("out.jpg")).Count(letter => letter == 'x').ShouldBe(70_000);
    }

    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Save_WhatNobodyKnowsAndMayNotBeCopied_IsNamed()
    {
        var png = _tool.At("in.png");
        _tool.Pillow(
            """
            import sys
            from PIL import Image, PngImagePlugin
            info = PngImagePlugin.PngInfo()
            info.add(b'meTA', b'about these very pixels')
            info.add(b'iDOT', bytes(28))
            Image.open(sys.argv[1]).convert('RGB').save(sys.argv[2], pnginfo=info)
            """,
            _tool.Picture("plain.png"),
            png);
        var webp = _tool.At("in.webp");
        _tool.Pillow("import sys\nfrom PIL import Image\nImage.open(sys.argv[1]).convert('RGB').save(sys.argv[2], lossless=True)", png, webp);
        byte[] chunk = [.. "OWNC\u0004\0\0\0abcd"u8];
        byte[] riff = [.. File.ReadAllBytes(webp), .. chunk];
        BitConverter.TryWriteBytes(riff.AsSpan(4), riff.Length - 8).ShouldBeTrue();
        File.WriteAllBytes(webp, riff);
        byte[] jpeg = File.ReadAllBytes(_tool.Picture("in.jpg"));
        File.WriteAllBytes(_tool.At("film.jpg"), [.. jpeg, 0, 0, 0, 24, .. "ftypmp42\0\0\0\0isommp42"u8, .. new byte[500]]);
        File.WriteAllBytes(_tool.At("tail.jpg"), [.. jpeg, .. "whatever it is"u8]);
        byte[] preview = [0xFF, 0xE2, 0, 10, .. "MPF\0abcd"u8];
        File.WriteAllBytes(_tool.At("preview.jpg"), [.. jpeg[..2], .. preview, .. jpeg[2..], .. jpeg]);
        File.WriteAllBytes(_tool.At("zeros.jpg"), [.. jpeg, .. new byte[50]]);

        _tool.Cloak(png, _tool.At("out.png")).NotKept.ShouldBe(["the PNG chunk meTA, which is about the pixels as they were"]);
        _tool.Cloak(webp, _tool.At("out.webp")).NotKept.ShouldBe(["the WebP chunk OWNC"]);
        _tool.Cloak(_tool.At("film.jpg"), _tool.At("out.jpg")).NotKept.ShouldBe(["the film behind the picture"]);
        _tool.Cloak(_tool.At("tail.jpg"), _tool.At("out.jpg")).NotKept.ShouldBe(["the data behind the picture"]);
        _tool.Cloak(_tool.At("preview.jpg"), _tool.At("out.jpg")).NotKept.ShouldBeEmpty("previews are left out without a word");
        _tool.Cloak(_tool.At("zeros.jpg"), _tool.At("out.jpg")).NotKept.ShouldBeEmpty();
    }

    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Save_PngWithColourChunks_KeepsThemInPng()
    {
        var input = _tool.At("in.png");
        _tool.Pillow(
            """
            import struct, sys
            from PIL import Image, PngImagePlugin
            info = PngImagePlugin.PngInfo()
            info.add(b'gAMA', struct.pack('>I', 45455))
            info.add(b'cHRM', struct.pack('>8I', 31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000))
            Image.open(sys.argv[1]).convert('RGB').save(sys.argv[2], pnginfo=info)
            """,
            _tool.Picture("plain.png"),
            input);

        _tool.Cloak(input, _tool.At("out.png")).NotKept.ShouldBeEmpty();
        var toJpeg = _tool.Cloak(input, _tool.At("out.jpg"));

        var listing = _tool.Run("pngcheck", "-v", _tool.At("out.png"));
        listing.ShouldContain("gAMA");
        listing.ShouldContain("cHRM");
        toJpeg.NotKept.ShouldHaveSingleItem().ShouldContain("converted to sRGB");
    }

    // Debian's pngcheck takes cICP (PNG, third edition, section 11.3.2.6) for an error, so the bytes themselves are looked at.
    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Save_PngWithCodingIndependentCodePoints_KeepsThemInPng()
    {
        var input = _tool.At("in.png");
        _tool.Pillow(
            """
            import struct, sys, zlib
            from PIL import Image
            Image.open(sys.argv[1]).convert('RGB').save(sys.argv[2])
            chunk = b'cICP' + bytes([12, 13, 0, 1])
            png = open(sys.argv[2], 'rb').read()
            open(sys.argv[2], 'wb').write(png[:33] + struct.pack('>I', 4) + chunk + struct.pack('>I', zlib.crc32(chunk)) + png[33:])
            """,
            _tool.Picture("plain.png"),
            input);

        _tool.Cloak(input, _tool.At("out.png")).NotKept.ShouldBeEmpty();

        File.ReadAllBytes(_tool.At("out.png")).AsSpan().IndexOf("cICP\u000c\u000d\0\u0001"u8).ShouldBeGreaterThan(0);
    }

    public void Dispose() => _tool.Dispose();
}
