using System.Runtime.InteropServices;
using NetVips;

namespace Glaze.Imaging.Vips;

/// <summary>Loads libvips from beside the program and sets it up; everything that calls it goes through here first.</summary>
internal static class VipsLibrary
{
    private static readonly Lazy<bool> Loaded = new(Load);

    /// <summary>The library's file name on this system.</summary>
    internal static string FileName => OperatingSystem.IsWindows() ? "libvips-42.dll" : OperatingSystem.IsMacOS() ? "libvips.42.dylib" : "libvips.so.42";

    /// <summary>Makes sure that the library is loaded.</summary>
    /// <exception cref="DllNotFoundException">It is missing or cannot be loaded here.</exception>
    internal static void Require() => _ = Loaded.Value;

    /// <summary>The sentence for a program that was copied without its native library, or onto a system that cannot load it.</summary>
    internal static ImageFileException Missing(string file, Exception cause) =>
        new($"'{file}' cannot be opened or saved because the picture library '{FileName}' beside the program is missing or unusable; install GlazeEffect again.", cause);

    private static bool Load()
    {
        // By full path and before NetVips asks for it by name, so that no other libvips on the machine can be picked up.
        var path = Path.Combine(AppContext.BaseDirectory, FileName);
        try
        {
            _ = NativeLibrary.Load(path);
        }
        catch (BadImageFormatException e)
        {
            throw new DllNotFoundException($"{path} is not made for this system.", e);
        }

        Configure(path);
        return true;
    }

    private static void Configure(string path)
    {
        if (!ModuleInitializer.VipsInitialized)
        {
            throw new DllNotFoundException($"{path} could not be started.", ModuleInitializer.Exception);
        }

        // Every picture is read once: a cache of past operations would only hold memory.
        Cache.Max = 0;
        Cache.MaxMem = 0;
        Cache.MaxFiles = 0;

        // The codecs work in one thread; who computes with how many is decided elsewhere.
        NetVips.NetVips.Concurrency = 1;

        // Warnings about odd files would otherwise be printed to standard error by the library.
        const Enums.LogLevelFlags Chatter = Enums.LogLevelFlags.Warning | Enums.LogLevelFlags.Message | Enums.LogLevelFlags.Info | Enums.LogLevelFlags.Debug;
        _ = Log.SetLogHandler("VIPS", Chatter, (_, _, _) => { });
    }
}
