using System.Buffers.Binary;
using Glaze.Imaging.Metadata;

namespace Glaze.Imaging.Files;

/// <summary>Looks, before anything is decoded, for the kinds of files that cannot be cloaked, and names them.</summary>
internal static class FileKind
{
    /// <exception cref="ImageFileException">It is a kind of file that cannot be cloaked.</exception>
    internal static void Check(byte[] file, ImageFormat format, string name)
    {
        if (format == ImageFormat.Png)
        {
            CheckPng(file, name);
        }
        else if (format == ImageFormat.Tiff)
        {
            CheckTiff(file, name);
        }
    }

    internal static ImageFileException Pages(string name, int count) =>
        new($"'{name}' holds {count} pages or frames; save the one to be cloaked as a picture of its own.");

    internal static ImageFileException Colours(string name, string colours) =>
        new($"'{name}' is in {colours}; convert it to RGB in a paint program first.");

    private static void CheckPng(byte[] file, string name)
    {
        foreach (var chunk in PngChunk.ReadAll(file))
        {
            switch (chunk.Kind)
            {
                case "CgBI":
                    throw new ImageFileException($"'{name}' is a PNG in Apple's own form for iPhone apps, which other programs cannot read; export it as an ordinary PNG first.");
                case "acTL" when chunk.Data.Length >= 4 && BinaryPrimitives.ReadInt32BigEndian(chunk.Data) is > 1 and var frames:
                    throw Pages(name, frames);
                case "IDAT":
                    return;
            }
        }
    }

    private static void CheckTiff(byte[] file, string name)
    {
        if (TiffPage.ReadAll(file).Count(page => !page.IsReduced) is > 1 and var pages)
        {
            throw Pages(name, pages);
        }

        switch (TiffPage.OfPicture(file)?.Photometric)
        {
            case TiffPage.CieLab or TiffPage.IccLab or TiffPage.ItuLab:
                throw Colours(name, "Lab colours");
            case TiffPage.Separated:
                throw Colours(name, "CMYK colours, made for printing");
        }
    }
}
