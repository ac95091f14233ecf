using System.Drawing;
using System.Drawing.Imaging;
using Glaze.Protocol.Messages;

namespace GlazeEffectPlugin.Pixels;

/// <summary>A part of the picture at some resolution, ready to paint.</summary>
internal sealed class ViewImage(Bitmap bitmap, PixelRectangle region) : IDisposable
{
    /// <summary>The pixels.</summary>
    public Bitmap Bitmap => bitmap;

    /// <summary>What they show, in picture pixels.</summary>
    public PixelRectangle Region => region;

    /// <summary>From straight-alpha BGRA without padding.</summary>
    public static ViewImage FromBgra(byte[] bgra, int width, int height, PixelRectangle region)
    {
        var bitmap = new Bitmap(width, height, PixelFormat.Format32bppArgb);
        var data = bitmap.LockBits(new Rectangle(0, 0, width, height), ImageLockMode.WriteOnly, PixelFormat.Format32bppArgb);
        for (var y = 0; y < height; y++)
        {
            System.Runtime.InteropServices.Marshal.Copy(bgra, y * width * 4, data.Scan0 + (y * data.Stride), width * 4);
        }

        bitmap.UnlockBits(data);
        return new ViewImage(bitmap, region);
    }

    /// <inheritdoc/>
    public void Dispose() => bitmap.Dispose();
}
