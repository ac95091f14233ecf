using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Effects;

public unsafe interface IBitmapEffectRenderer : IEffectRenderer, IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    IReadOnlyBitmapEffectRenderInfo RenderInfo { get; }

    IColorContext GetRenderColorContext(in PixelFormat pixelFormat);

    void Initialize(BitmapEffectInitializeInfo info);

    void Render(void* pBuffer, int bufferStride, nint bufferSize, in PixelFormat pixelFormat, RectInt32 rect);

    void SetToken(EffectConfigToken? token);
}
