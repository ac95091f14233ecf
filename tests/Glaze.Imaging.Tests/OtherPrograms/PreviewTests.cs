using System.Buffers.Binary;
using System.Text;
using Glaze.TestKit;

namespace Glaze.Imaging.Tests.OtherPrograms;

/// <summary>Previews in every place and form that we know of are left out, and what only looks like one stays.</summary>
[Trait("Issue", "15")]
public sealed class PreviewTests : IDisposable
{
    // Arguments: a picture, the file to write, then KEYWORD=FILE for texts and KIND:FILE for chunks.
    private const string WritePng = """
        import sys
        from PIL import Image, PngImagePlugin
        info = PngImagePlugin.PngInfo()
        for argument in sys.argv[3:]:
            key, path = (argument.split('=', 1) if '=' in argument else argument.split(':', 1))
            data = open(path, 'rb').read()
            info.add_text(key, data.decode()) if '=' in argument else info.add(key.encode(), data)
        Image.open(sys.argv[1]).convert('RGB').save(sys.argv[2], pnginfo=info)
        """;

    private const string PngTexts = """
        import sys
        from PIL import Image
        print('\n'.join(key for key in Image.open(sys.argv[1]).text if not key.startswith('date:')))
        """;

    private readonly Tool _tool = new();

    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Save_PngWithPicturesInTexts_KeepsTheOtherTexts()
    {
        var (jpeg, gif, webp, tiff) = (Thumbnail("t.jpg"), Thumbnail("t.gif"), Thumbnail("t.webp"), Thumbnail("t.tif"));
        var lines = Convert.ToBase64String(jpeg, Base64FormattingOptions.InsertLineBreaks);
        var held = new Dictionary<string, string>
        {
            ["uri"] = "data:image/jpeg;base64," + Convert.ToBase64String(jpeg),
            ["gif"] = Convert.ToBase64String(gif),
            ["webp"] = "preview: " + Convert.ToBase64String(webp),
            ["tiff"] = Convert.ToBase64String(tiff),
            ["json"] = $$"""{"layers": 3, "preview": "{{Convert.ToBase64String(jpeg).Replace("/", "\\/", StringComparison.Ordinal)}}"}""",
            ["lines"] = lines,
            ["address"] = Convert.ToBase64String(jpeg).Replace('+', '-').Replace('/', '_'),
            ["inner"] = Convert.ToBase64String([.. "PREVIEW\0"u8, .. jpeg]),
            ["hex"] = "preview " + Convert.ToHexStringLower(jpeg),
            ["spaced"] = string.Join(' ', Convert.ToHexString(jpeg).Chunk(2).Select(pair => new string(pair))),
            ["unknown"] = "data:image/x-own;base64," + Convert.ToBase64String(Noise(300)),
        };
        var kept = new Dictionary<string, string>
        {
            ["Comment"] = string.Concat(Enumerable.Repeat("My drawings may not be used for training without asking me first, and I was here before ", 20)),
            ["words"] = string.Concat(Enumerable.Repeat("GIF89a RIFF WEBP ftypavif BM8 iVBORw0KGgo /9j/ SUkqA data:image/png ", 5)),
            ["Link"] = "https://pictures.example/9j/collection/of/all/that/was/ever/painted/by/me/and/by/nobody/else/in/this/long/year/2026/spring",
            ["key"] = Convert.ToBase64String(Noise(3000)),
            ["hash"] = Convert.ToHexStringLower(Noise(300)),
            ["json prompt"] = """{"prompt": "a cherry tree in blossom, oil painting", "steps": 30, "seed": 123456789012345, "model": "none; this was drawn by hand in eleven hours"}""",
        };
        var input = Png([.. held.Concat(kept).Select(pair => $"{pair.Key}={Text(pair.Key, pair.Value)}")]);

        var (_, _, notKept) = _tool.Cloak(input, _tool.At("out.png"));

        Lines(_tool.Pillow(PngTexts, _tool.At("out.png"))).ShouldBe(kept.Keys, ignoreOrder: true);
        notKept.ShouldBe(held.Keys.Select(key => $"the text \"{key}\", which held a picture"));
    }

    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Save_PngWithPicturesInChunks_KeepsTheOtherChunks()
    {
        var pictures = new Dictionary<string, byte[]>
        {
            ["prVw"] = Thumbnail("t.webp"),
            ["prGf"] = [.. "own "u8, .. Thumbnail("t.gif")],
            ["prTf"] = [.. "own "u8, .. Thumbnail("t.tif")],
            ["prAv"] = [0, 0, 0, 28, .. "ftypavif\0\0\0\0avifmif1miaf"u8, .. Noise(300)],
            ["prJx"] = [0xFF, 0x0A, .. Noise(300)],
            ["prBm"] = [.. "own "u8, .. Thumbnail("t.bmp")],
            ["prTx"] = [.. "src="u8, .. Encoding.ASCII.GetBytes("data:image/jpeg;base64," + Convert.ToBase64String(Thumbnail("t.jpg")))],
        };
        _tool.Tag(_tool.Picture("tagged.tif"), "-Artist=Mika", "-GPS:GPSLatitude=35.6");
        var others = new Dictionary<string, byte[]>
        {
            ["myEx"] = [.. "Exif\0\0"u8, .. ImageFile.Load(_tool.At("tagged.tif")).Metadata.Exif!, .. new byte[100]],
            ["myIc"] = TestFiles.DisplayP3(),
            ["myNo"] = Noise(20_000),
        };
        var input = Png([.. pictures.Concat(others).Select(pair => $"{pair.Key}:{Bytes(pair.Key, pair.Value)}")]);

        var (_, _, notKept) = _tool.Cloak(input, _tool.At("out.png"));

        var listing = _tool.Run("pngcheck", "-v", _tool.At("out.png"));
        others.Keys.ShouldAllBe(kind => listing.Contains($"chunk {kind}", StringComparison.Ordinal), listing);
        pictures.Keys.ShouldAllBe(kind => !listing.Contains($"chunk {kind}", StringComparison.Ordinal), listing);
        notKept.ShouldBe(pictures.Keys.Select(kind => $"the PNG chunk {kind}, which held a picture"));
    }

    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Save_JpegWithPicturesInSegments_DropsAllPartsOfThem()
    {
        var preview = Thumbnail("t.jpg");
        var uri = "data:image/jpeg;base64," + Convert.ToBase64String(preview);
        File.WriteAllText(
            _tool.At("in.xmp"),
            $"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:own="http://own.example/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Mika" own:preview="{uri}"><!-- {uri} --></rdf:Description></rdf:RDF></x:xmpmeta>""");
        var input = _tool.Picture("in.jpg");
        _tool.Tag(input, $"-xmp<={_tool.At("in.xmp")}", "-Artist=Mika", $"-ExifIFD:UserComment={uri}", $"-IFD0:XPComment={uri}", "-IFD0:XPTitle=spring", $"-Comment={uri}");
        var second = Noise(200);
        Insert(input, (0xE4, [.. "OWN\0"u8, .. preview]), (0xE5, [.. "OWN\0"u8, .. Thumbnail("t.webp")]), (0xE6, [.. "OWN\0"u8, .. "nothing but words, though more than a hundred letters of them, so that they are looked at as well as others"u8]), (0xE4, second));

        var (_, _, notKept) = _tool.Cloak(input, _tool.At("out.jpg"));

        var written = File.ReadAllBytes(_tool.At("out.jpg")).AsSpan();
        written.IndexOf(second).ShouldBe(-1);
        written.IndexOf("WEBP"u8).ShouldBe(-1);
        written.IndexOf("base64"u8).ShouldBe(-1);
        written.IndexOf("nothing but words"u8).ShouldBeGreaterThan(0);
        _tool.ReadAll(_tool.At("out.jpg"), "IFD0:Artist", "IFD0:XPTitle", "XMP-photoshop:Credit", "IFD0:XPComment").ShouldBe(["IFD0:Artist=Mika", "IFD0:XPTitle=spring", "XMP-photoshop:Credit=Mika", "IFD0:XPComment=-"]);
        notKept.ShouldBe(
            ["EXIF tag 40092, which held a picture", "EXIF's user comment, which held a picture", "JPEG's application data 4, which held a picture", "JPEG's application data 5, which held a picture", "JPEG's comments, which held a picture"],
            ignoreOrder: true);
    }

    [FactIfPackage(Tool.ExifTool, Tool.ExifToolFolder)]
    public void Save_PreviewBesideIptc_KeepsIptc()
    {
        Thumbnail("t.jpg");
        foreach (var name in (string[])["in.tif", "in.jpg"])
        {
            var input = _tool.Picture(name);
            _tool.Tag(input, "-IPTC:By-line=Mika", "-IPTC:CopyrightNotice=mine", $"-Photoshop:PhotoshopThumbnail<={_tool.At("t.jpg")}", $"-IPTC:ObjectPreviewData<={_tool.At("t.jpg")}");
            _tool.Read(input, "Photoshop:PhotoshopThumbnail").ShouldNotBeEmpty(name);
            _tool.Read(input, "IPTC:ObjectPreviewData").ShouldNotBeEmpty(name);

            foreach (var output in (string[])["out.tif", "out.jpg", "out.png"])
            {
                _tool.Cloak(input, _tool.At(output));

                _tool.ReadAll(_tool.At(output), "IPTC:By-line", "IPTC:CopyrightNotice", "Photoshop:PhotoshopThumbnail", "IPTC:ObjectPreviewData").ShouldBe(
                    ["IPTC:By-line=Mika", "IPTC:CopyrightNotice=mine", "Photoshop:PhotoshopThumbnail=-", "IPTC:ObjectPreviewData=-"],
                    $"{name} to {output}");
            }
        }
    }

    public void Dispose() => _tool.Dispose();

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    // Behind the two bytes that a JPEG file begins with.
    private static void Insert(string file, params (byte Marker, byte[] Data)[] segments)
    {
        var bytes = File.ReadAllBytes(file);
        using var stream = File.Create(file);
        stream.Write(bytes, 0, 2);
        var length = new byte[2];
        foreach (var (marker, data) in segments)
        {
            BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(data.Length + 2));
            stream.Write([0xFF, marker, .. length, .. data]);
        }

        stream.Write(bytes, 2, bytes.Length - 2);
    }

    private string Text(string name, string text)
    {
        File.WriteAllText(_tool.At(name + ".txt"), text);
        return _tool.At(name + ".txt");
    }

    private string Bytes(string name, byte[] bytes)
    {
        File.WriteAllBytes(_tool.At(name), bytes);
        return _tool.At(name);
    }

    private string Png(string[] contents)
    {
        _tool.Pillow(WritePng, [_tool.Picture("plain.png"), _tool.At("in.png"), .. contents]);
        return _tool.At("in.png");
    }

    private byte[] Thumbnail(string name)
    {
        _tool.Pillow("import sys\nfrom PIL import Image\nImage.open(sys.argv[1]).convert('RGB').resize((24, 16)).save(sys.argv[2])", _tool.Picture("plain.png"), _tool.At(name));
        return File.ReadAllBytes(_tool.At(name));
    }
}
