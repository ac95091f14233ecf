using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace GlazeEffect.StandInEditor.Documents;

/// <summary>
/// The editor's own format: one line "LAYERS width height count active colour-space has-selection", then for each layer its
/// straight-alpha BGRA rows, then the selection's bytes. Every byte of a layer survives, which PNG decoders do not promise.
/// </summary>
internal static class LayeredFile
{
    public static PictureDocument Load(string path)
    {
        using var stream = File.OpenRead(path);
        var header = ReadLine(stream).Split(' ');
        if (header.Length != 7 || header[0] != "LAYERS")
        {
            throw new InvalidDataException($"'{path}' is not a layered picture.");
        }

        int Number(int index) => int.Parse(header[index], CultureInfo.InvariantCulture);
        var size = new SizeInt32(Number(1), Number(2));
        var layers = new List<PictureLayer>();
        for (var i = 0; i < Number(3); i++)
        {
            var surface = new MemoryBitmap<ColorBgra32>(size.Width, size.Height);
            stream.ReadExactly(MemoryMarshal.AsBytes(surface.Pixels));
            layers.Add(new PictureLayer($"Layer {i + 1}", surface));
        }

        byte[]? selection = null;
        if (Number(6) != 0)
        {
            selection = new byte[size.Width * size.Height];
            stream.ReadExactly(selection);
        }

        return new PictureDocument(size, layers, Number(4), (ExifColorSpace)Number(5), selection);
    }

    public static void Save(PictureDocument document, string path)
    {
        using var stream = File.Create(path);
        stream.Write(Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"LAYERS {document.Size.Width} {document.Size.Height} {document.Layers.Count} {document.ActiveLayer} {(int)document.ColorSpace} {(document.Selection is null ? 0 : 1)}\n")));
        foreach (var layer in document.Layers)
        {
            stream.Write(MemoryMarshal.AsBytes(layer.Surface.Pixels));
        }

        stream.Write(document.Selection);
    }

    private static string ReadLine(Stream stream)
    {
        var line = new StringBuilder();
        for (var next = stream.ReadByte(); next is not ('\n' or -1) && line.Length < 200; next = stream.ReadByte())
        {
            line.Append((char)next);
        }

        return line.ToString();
    }
}
