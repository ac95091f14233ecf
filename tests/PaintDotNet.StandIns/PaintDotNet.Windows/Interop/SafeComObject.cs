using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PaintDotNet.Interop;

public class SafeComObject : SafeHandleZeroOrMinusOneIsInvalid, IDisposable
{
    internal SafeComObject(nint instance)
        : base(ownsHandle: true)
    {
        SetHandle(instance);
    }

    protected override bool ReleaseHandle()
    {
        Marshal.Release(handle);
        return true;
    }
}
