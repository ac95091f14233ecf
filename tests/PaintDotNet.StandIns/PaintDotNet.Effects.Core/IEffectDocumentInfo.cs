using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Effects;

public interface IEffectDocumentInfo : IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    IColorContext ColorContext { get; }

    IReadOnlyList<IEffectLayerInfo> Layers { get; }

    IEffectDocumentMetadata Metadata { get; }

    PixelFormat PixelFormat { get; }

    Resolution Resolution { get; }

    SizeInt32 Size { get; }

    IEffectInputBitmap GetBitmap(in PixelFormat pixelFormat);
}
