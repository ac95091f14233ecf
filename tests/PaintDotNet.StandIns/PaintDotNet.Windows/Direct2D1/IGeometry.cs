using PaintDotNet.ComponentModel;

namespace PaintDotNet.Direct2D1;

public interface IGeometry : IDirect2DResource, IObjectRef, IIsDisposed, IDisposable, IFactoryProperty, IInternalImpl
{
}
