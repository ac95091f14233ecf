using GlazeEffect.StandInEditor.Documents;
using PaintDotNet;
using PaintDotNet.ComponentModel;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;

namespace GlazeEffect.StandInEditor.Plugins;

/// <summary>One layer, its pixels copied when an effect first asks for them.</summary>
internal sealed class LayerInfo(PictureLayer layer, IColorContext colorContext) : RefTrackedObject, IBitmapEffectLayerInfo
{
    private readonly Lazy<MemoryBitmap<ColorBgra32>> _snapshot = new(() =>
    {
        var copy = new MemoryBitmap<ColorBgra32>(layer.Surface.Size.Width, layer.Surface.Size.Height);
        layer.Surface.Pixels.CopyTo(copy.Pixels);
        return copy;
    });

    public LayerBlendMode BlendMode => layer.BlendMode;

    public string Name => layer.Name;

    public float Opacity => 1;

    public bool Visible => true;

    public IEffectInputBitmap GetBitmap(in PixelFormat pixelFormat) =>
        pixelFormat == PixelFormats.Bgra32
            ? new InputBitmap<ColorBgra32>(_snapshot.Value, colorContext)
            : throw new NotSupportedException("The stand-in document is Bgra32.");
}
