using PaintDotNet.ComponentModel;
using PaintDotNet.Direct2D1;

namespace PaintDotNet.Effects;

public interface IBitmapEffectSelectionInfo : IEffectSelectionInfo, IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    IGeometry Geometry { get; }
}
