using PaintDotNet.ComponentModel;

namespace PaintDotNet.Direct2D1;

public interface IDirect2DResource : IObjectRef, IIsDisposed, IDisposable, IFactoryProperty, IInternalImpl
{
}
