using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

public interface IEffectLayerInfo : IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    LayerBlendMode BlendMode { get; }

    string Name { get; }

    float Opacity { get; }

    bool Visible { get; }

    IEffectInputBitmap GetBitmap(in PixelFormat pixelFormat);
}
