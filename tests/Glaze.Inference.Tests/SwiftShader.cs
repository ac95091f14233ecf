using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Glaze.Inference.Tests;

/// <summary>The Vulkan renderer in software that Debian's chromium package ships: a graphics device for machines without one.</summary>
internal static partial class SwiftShader
{
    private const string Folder = "/usr/lib/chromium";
    private const string Manifest = $"{Folder}/vk_swiftshader_icd.json";
    private const string Loader = $"{Folder}/libvulkan.so.1";

    /// <summary>Why a test that needs it is skipped; null where it is installed, and in CI, which has no excuse.</summary>
    public static string? WhySkipped =>
        (OperatingSystem.IsLinux() && File.Exists(Manifest) && File.Exists(Loader))
        || string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal)
            ? null
            : "Debian's package chromium, which brings the SwiftShader Vulkan renderer, is not installed.";

    /// <summary>Makes it the only Vulkan device of this process, before any test runs: the C library's environment is not for changing later.</summary>
    [ModuleInitializer]
    internal static void Use()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(Loader))
        {
            return;
        }

        // The C library's environment, which the Vulkan loader reads; .NET's own copy is not enough.
        _ = SetVariable("VK_ICD_FILENAMES", Manifest, 1);

        // A library loaded by path is found again by its name.
        NativeLibrary.Load(Loader);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
