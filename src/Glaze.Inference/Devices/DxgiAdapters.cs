using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Glaze.Inference.Devices;

/// <summary>Lists the graphics adapters of a Windows machine through DXGI.</summary>
internal static unsafe partial class DxgiAdapters
{
    // Slots in the virtual tables of IUnknown, IDXGIFactory1 and IDXGIAdapter1.
    private const int ReleaseSlot = 2;
    private const int EnumAdapters1Slot = 12;
    private const int GetDesc1Slot = 10;
    private const uint SoftwareFlag = 2;

    private static readonly Guid Factory1Id = new("770aae78-f26f-4dba-a829-253c83d1b387");

    /// <summary>All adapters, software ones included; empty off Windows and where DXGI cannot be had.</summary>
    public static IReadOnlyList<DxgiAdapter> List()
    {
        if (!OperatingSystem.IsWindows())
        {
            return [];
        }

        try
        {
            return CreateDXGIFactory1(Factory1Id, out var factory) < 0 ? [] : Enumerate(factory);
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            return [];
        }
    }

    [SupportedOSPlatform("windows")]
    private static List<DxgiAdapter> Enumerate(nint factory)
    {
        var adapters = new List<DxgiAdapter>();
        try
        {
            var enumAdapters = (delegate* unmanaged<nint, uint, nint*, int>)Slot(factory, EnumAdapters1Slot);
            nint adapter;
            for (uint index = 0; enumAdapters(factory, index, &adapter) >= 0; index++)
            {
                Description description = default;
                var getDescription = (delegate* unmanaged<nint, Description*, int>)Slot(adapter, GetDesc1Slot);
                if (getDescription(adapter, &description) >= 0)
                {
                    adapters.Add(new DxgiAdapter(
                        (int)index,
                        new string(description.Name).Trim(),
                        description.Luid,
                        (long)description.DedicatedVideoMemory,
                        (description.Flags & SoftwareFlag) != 0)
                    {
                        Numbers = (description.VendorId, description.DeviceId),
                    });
                }

                Release(adapter);
            }
        }
        finally
        {
            Release(factory);
        }

        return adapters;
    }

    private static nint Slot(nint instance, int index) => (*(nint**)instance)[index];

    private static void Release(nint instance) =>
        ((delegate* unmanaged<nint, uint>)Slot(instance, ReleaseSlot))(instance);

    [LibraryImport("dxgi.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int CreateDXGIFactory1(in Guid interfaceId, out nint factory);

    // DXGI_ADAPTER_DESC1
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
        public uint Flags;
    }
}
