using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace GlazeEffect.StandInEditor.Documents;

/// <summary>A picture: layers from bottom to top, a colour space and, if something is selected, a soft mask.</summary>
internal sealed class PictureDocument(
    SizeInt32 size, IReadOnlyList<PictureLayer> layers, int activeLayer, ExifColorSpace colorSpace, byte[]? selection)
{
    public SizeInt32 Size => size;

    public IReadOnlyList<PictureLayer> Layers => layers;

    public int ActiveLayer => activeLayer;

    public ExifColorSpace ColorSpace => colorSpace;

    /// <summary>One byte a pixel, 255 inside; null without a selection.</summary>
    public byte[]? Selection => selection;

    /// <summary>The layers blended from bottom to top.</summary>
    public MemoryBitmap<ColorBgra32> Compose(PictureLayer? replaced = null, MemoryBitmap<ColorBgra32>? replacement = null)
    {
        var composition = new MemoryBitmap<ColorBgra32>(size.Width, size.Height);
        var target = composition.Pixels;
        foreach (var layer in layers)
        {
            var source = (layer == replaced ? replacement! : layer.Surface).Pixels;
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = Over(source[i], target[i]);
            }
        }

        return composition;
    }

    // Porter-Duff over with straight alpha.
    private static ColorBgra32 Over(ColorBgra32 top, ColorBgra32 bottom)
    {
        if (top.A == 255 || bottom.A == 0)
        {
            return top;
        }

        if (top.A == 0)
        {
            return bottom;
        }

        var a = (top.A * 255) + (bottom.A * (255 - top.A));
        byte Mix(byte t, byte b) => (byte)(((t * top.A * 255) + (b * bottom.A * (255 - top.A)) + (a / 2)) / a);
        return ColorBgra32.FromBgra(Mix(top.B, bottom.B), Mix(top.G, bottom.G), Mix(top.R, bottom.R), (byte)((a + 127) / 255));
    }
}
