using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Effects;

public interface IEffectSelectionInfo : IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    IEffectInputBitmap<ColorAlpha8> MaskBitmap { get; }

    RectInt32 RenderBounds { get; }

    IReadOnlyList<RectInt32> RenderScans { get; }
}
