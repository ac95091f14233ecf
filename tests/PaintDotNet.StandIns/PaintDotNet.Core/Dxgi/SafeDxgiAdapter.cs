using PaintDotNet.Interop;

namespace PaintDotNet.Dxgi;

public sealed class SafeDxgiAdapter : SafeComObject, IDisposable
{
    internal SafeDxgiAdapter(nint adapter)
        : base(adapter)
    {
    }
}
