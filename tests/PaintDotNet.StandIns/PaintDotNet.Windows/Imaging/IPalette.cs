using PaintDotNet.ComponentModel;

namespace PaintDotNet.Imaging;

public interface IPalette : IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
}
