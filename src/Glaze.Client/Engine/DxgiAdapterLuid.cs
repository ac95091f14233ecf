using System.Runtime.InteropServices;

namespace Glaze.Client.Engine;

/// <summary>Reads from a graphics adapter that the host holds the number by which the engine finds the same card.</summary>
public static unsafe class DxgiAdapterLuid
{
    // The slot in IDXGIAdapter's virtual table, behind IUnknown's three, IDXGIObject's four and EnumOutputs.
    private const int GetDescSlot = 8;

    private static readonly Guid AdapterId = new("2411e7e1-12ac-4ccf-bd14-9798e8534dc0");

    /// <summary>The adapter's LUID.</summary>
    /// <param name="adapter">An IDXGIAdapter, or another interface of one; stays the caller's.</param>
    /// <returns>High part shifted left by 32, or low part; null when it is no adapter, or is gone.</returns>
    public static long? Read(SafeHandle adapter)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        if (adapter.IsInvalid || adapter.IsClosed)
        {
            return null;
        }

        var isHeld = false;
        try
        {
            adapter.DangerousAddRef(ref isHeld);
            return Read(adapter.DangerousGetHandle());
        }
        catch (ObjectDisposedException)
        {
            return null;
        }
        finally
        {
            if (isHeld)
            {
                adapter.DangerousRelease();
            }
        }
    }

    private static long? Read(nint instance)
    {
        if (Marshal.QueryInterface(instance, AdapterId, out var adapter) < 0)
        {
            return null;
        }

        try
        {
            Description description = default;
            var getDescription = (delegate* unmanaged<nint, Description*, int>)(*(nint**)adapter)[GetDescSlot];
            return getDescription(adapter, &description) < 0 ? null : description.Luid;
        }
        finally
        {
            Marshal.Release(adapter);
        }
    }

    // DXGI_ADAPTER_DESC
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Description
    {
        public fixed char Name[128];
        public uint VendorId;
        public uint DeviceId;
        public uint SubsystemId;
        public uint Revision;
        public nuint DedicatedVideoMemory;
        public nuint DedicatedSystemMemory;
        public nuint SharedSystemMemory;
        public long Luid;
    }
}
