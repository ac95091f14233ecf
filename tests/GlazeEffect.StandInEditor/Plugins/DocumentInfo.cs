using GlazeEffect.StandInEditor.Documents;
using GlazeEffect.StandInEditor.Imaging;
using PaintDotNet;
using PaintDotNet.ComponentModel;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace GlazeEffect.StandInEditor.Plugins;

/// <summary>Size, colour space and layers of the open picture.</summary>
internal sealed class DocumentInfo : RefTrackedObject, IBitmapEffectDocumentInfo
{
    private readonly PictureDocument _document;
    private readonly List<LayerInfo> _layers;

    public DocumentInfo(PictureDocument document)
    {
        _document = document;
        ColorContext = new ExifColorContext(document.ColorSpace);
        _layers = [.. document.Layers.Select(layer => new LayerInfo(layer, ColorContext))];
    }

    public IColorContext ColorContext { get; }

    public IReadOnlyList<IBitmapEffectLayerInfo> Layers => _layers;

    IReadOnlyList<IEffectLayerInfo> IEffectDocumentInfo.Layers => _layers;

    public IEffectDocumentMetadata Metadata => throw new NotSupportedException();

    public PixelFormat PixelFormat => PixelFormats.Bgra32;

    public Resolution Resolution => new(96, 96, MeasurementUnit.Inch);

    public SizeInt32 Size => _document.Size;

    public IEffectInputBitmap GetBitmap(in PixelFormat pixelFormat) =>
        new InputBitmap<ColorBgra32>(_document.Compose(), ColorContext);
}
