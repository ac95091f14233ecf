using System.Runtime.InteropServices;

namespace Glaze.Inference.Native;

/// <summary>The C library's heap, from which ONNX Runtime's arena takes its memory.</summary>
internal static partial class SystemMemory
{
    /// <summary>Gives free pages in the middle of the heap back to the system, where the C library does not do that by itself.</summary>
    public static void Trim()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = TrimHeap(0);
        }
        catch (EntryPointNotFoundException)
        {
            // musl's heap has nothing to trim.
        }
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int TrimHeap(nuint kept);
}
