using PaintDotNet.ComponentModel;

namespace PaintDotNet.Effects;

public interface IBitmapEffectLayerInfo : IEffectLayerInfo, IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
}
