using System.Runtime.InteropServices;

namespace Glaze.Inference.Devices;

/// <summary>Tells Wine from Windows.</summary>
internal static class WineLayer
{
    private static readonly Lazy<bool> Found = new(Find);

    /// <summary>True when Wine plays Windows for this process.</summary>
    public static bool IsPresent => Found.Value;

    private static bool Find() =>
        OperatingSystem.IsWindows()
        && NativeLibrary.TryLoad("ntdll.dll", typeof(WineLayer).Assembly, DllImportSearchPath.System32, out var ntdll)
        && NativeLibrary.TryGetExport(ntdll, "wine_get_version", out _);
}
