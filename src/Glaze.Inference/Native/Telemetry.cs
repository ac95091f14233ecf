using System.Runtime.InteropServices;

namespace Glaze.Inference.Native;

/// <summary>
/// Switches off ONNX Runtime's telemetry client, which its Unix builds contain since 1.29. It is on unless the environment says otherwise,
/// and queues its first event while ONNX Runtime's environment is made, so that no call of its interface comes early enough.
/// </summary>
internal static partial class Telemetry
{
    private static readonly string[] Switches = ["ORT_DISABLE_TELEMETRY", "ORT_TELEMETRY_DISABLED"];

    /// <summary>Sets the switches where the native library will look. Before it is loaded; threads must not be reading the environment.</summary>
    /// <exception cref="InvalidOperationException">The system refused: nothing may be loaded then.</exception>
    public static void SwitchOff()
    {
        foreach (var name in Switches)
        {
            Environment.SetEnvironmentVariable(name, "1");
            if (SetNative(name, "1") != 0)
            {
                throw new InvalidOperationException($"The environment variable {name} could not be set, so ONNX Runtime was not loaded.");
            }
        }
    }

    // What .NET sets does not reach getenv: on Unix it keeps a copy of its own, on Windows the C runtime does.
    private static int SetNative(string name, string value) =>
        OperatingSystem.IsWindows() ? SetInCRuntime(name, value) : SetOnUnix(name, value, overwrite: 1);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int SetOnUnix(string name, string value, int overwrite);

    [LibraryImport("ucrtbase.dll", EntryPoint = "_putenv_s", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int SetInCRuntime(string name, string value);
}
