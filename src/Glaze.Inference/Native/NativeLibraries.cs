using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Glaze.Inference.Native;

/// <summary>
/// Loads ONNX Runtime and what it depends on by full path from the program's own folder, never from the system's; before that, the one
/// place every use of it passes, telemetry is switched off.
/// </summary>
internal static class NativeLibraries
{
    // DirectML comes first: a process keeps the first module of a name, and the system's own may be too old (887A0004).
    private static readonly string[] LoadedAheadOnWindows = ["DirectML.dll", "dxil.dll", "dxcompiler.dll"];

    private static readonly string FileName = OperatingSystem.IsWindows() ? "onnxruntime.dll"
        : OperatingSystem.IsMacOS() ? "libonnxruntime.dylib"
        : "libonnxruntime.so";

    /// <summary>Takes over the search for ONNX Runtime's native library. Call once, before any other use of the API.</summary>
    public static void Register()
    {
        OrtEnv.DisableDllImportResolver = true;
        NativeLibrary.SetDllImportResolver(typeof(OrtEnv).Assembly, Resolve);
    }

    private static nint Resolve(string library, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (!string.Equals(library, "onnxruntime", StringComparison.Ordinal))
        {
            return 0;
        }

        Telemetry.SwitchOff();
        if (OperatingSystem.IsWindows())
        {
            foreach (var name in LoadedAheadOnWindows)
            {
                NativeLibrary.TryLoad(Path.Combine(AppContext.BaseDirectory, name), out _);
            }
        }

        return NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, FileName));
    }
}
