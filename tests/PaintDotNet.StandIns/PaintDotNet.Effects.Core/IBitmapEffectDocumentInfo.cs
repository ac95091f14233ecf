using PaintDotNet.ComponentModel;

namespace PaintDotNet.Effects;

public interface IBitmapEffectDocumentInfo : IEffectDocumentInfo, IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    new IReadOnlyList<IBitmapEffectLayerInfo> Layers { get; }
}
