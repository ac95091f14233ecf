using System.Drawing.Imaging;
using System.Runtime.InteropServices;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;
using GdiFormat = System.Drawing.Imaging.PixelFormat;

namespace GlazeEffect.StandInEditor.Documents;

/// <summary>Opens pictures; the extension decides the format.</summary>
internal static class PictureFile
{
    public static PictureDocument Open(string path)
    {
        if (path.EndsWith(".layers", StringComparison.OrdinalIgnoreCase))
        {
            return LayeredFile.Load(path);
        }

        using var picture = new Bitmap(path);
        var surface = new MemoryBitmap<ColorBgra32>(picture.Width, picture.Height);
        var data = picture.LockBits(
            new Rectangle(0, 0, picture.Width, picture.Height), ImageLockMode.ReadOnly, GdiFormat.Format32bppArgb);
        var bytes = MemoryMarshal.AsBytes(surface.Pixels);
        unsafe
        {
            for (var y = 0; y < picture.Height; y++)
            {
                var row = new ReadOnlySpan<byte>((byte*)data.Scan0 + ((long)y * data.Stride), picture.Width * 4);
                row.CopyTo(bytes[(y * picture.Width * 4)..]);
            }
        }

        picture.UnlockBits(data);
        return new PictureDocument(
            new SizeInt32(picture.Width, picture.Height), [new PictureLayer("Background", surface)], 0, ExifColorSpace.Srgb, null);
    }

    /// <summary>A GDI+ copy for painting or saving.</summary>
    public static Bitmap ToGdi(MemoryBitmap<ColorBgra32> source)
    {
        var bitmap = new Bitmap(source.Size.Width, source.Size.Height, GdiFormat.Format32bppArgb);
        var data = bitmap.LockBits(
            new Rectangle(0, 0, bitmap.Width, bitmap.Height), ImageLockMode.WriteOnly, GdiFormat.Format32bppArgb);
        var bytes = MemoryMarshal.AsBytes(source.Pixels);
        unsafe
        {
            for (var y = 0; y < bitmap.Height; y++)
            {
                bytes.Slice(y * bitmap.Width * 4, bitmap.Width * 4)
                    .CopyTo(new Span<byte>((byte*)data.Scan0 + ((long)y * data.Stride), bitmap.Width * 4));
            }
        }

        bitmap.UnlockBits(data);
        return bitmap;
    }
}
