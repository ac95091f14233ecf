using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Glaze.Imaging.Vips;

/// <summary>The few entry points of libvips and GObject this project calls; none of them is variadic.</summary>
internal static unsafe partial class LibVips
{
    private const string Library = "glaze-vips";

    private static string FileName => OperatingSystem.IsWindows() ? "libvips-42.dll" : OperatingSystem.IsMacOS() ? "libvips.dylib" : "libvips.so";

    static LibVips()
    {
        NativeLibrary.SetDllImportResolver(typeof(LibVips).Assembly, Resolve);
        if (Init("glaze") != 0)
        {
            throw new VipsException(TakeError());
        }

        // Warnings about odd files would otherwise be printed to standard error by the library.
        _ = SetLogHandler("VIPS", (1 << 4) | (1 << 5) | (1 << 6) | (1 << 7), &Silence, 0);

        // Every picture is read once: a cache of past operations would only hold memory.
        SetCacheMaximum(0);
    }

    [LibraryImport(Library, EntryPoint = "vips_operation_new", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint NewOperation(string name);

    [LibraryImport(Library, EntryPoint = "vips_cache_operation_build")]
    internal static partial nint BuildOperation(nint operation);

    [LibraryImport(Library, EntryPoint = "vips_object_unref_outputs")]
    internal static partial void ReleaseOutputs(nint operation);

    [LibraryImport(Library, EntryPoint = "g_object_unref")]
    internal static partial void Release(nint instance);

    [LibraryImport(Library, EntryPoint = "g_object_ref")]
    internal static partial nint AddReference(nint instance);

    [LibraryImport(Library, EntryPoint = "g_object_set_property", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void SetProperty(nint instance, string name, GlibValue* value);

    [LibraryImport(Library, EntryPoint = "g_object_get_property", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void GetProperty(nint instance, string name, GlibValue* value);

    [LibraryImport(Library, EntryPoint = "g_value_init")]
    internal static partial GlibValue* InitValue(GlibValue* value, nuint type);

    [LibraryImport(Library, EntryPoint = "g_value_unset")]
    internal static partial void UnsetValue(GlibValue* value);

    [LibraryImport(Library, EntryPoint = "g_value_set_int")]
    internal static partial void SetInt(GlibValue* value, int content);

    [LibraryImport(Library, EntryPoint = "g_value_set_double")]
    internal static partial void SetDouble(GlibValue* value, double content);

    [LibraryImport(Library, EntryPoint = "g_value_set_object")]
    internal static partial void SetObject(GlibValue* value, nint content);

    [LibraryImport(Library, EntryPoint = "g_value_get_object")]
    internal static partial nint GetObject(GlibValue* value);

    [LibraryImport(Library, EntryPoint = "g_value_set_boxed")]
    internal static partial void SetBoxed(GlibValue* value, nint content);

    [LibraryImport(Library, EntryPoint = "vips_value_get_blob")]
    internal static partial nint GetBlob(GlibValue* value, out nuint length);

    [LibraryImport(Library, EntryPoint = "vips_blob_new")]
    internal static partial nint NewBlob(nint release, void* data, nuint length);

    [LibraryImport(Library, EntryPoint = "vips_area_unref")]
    internal static partial void ReleaseArea(nint area);

    [LibraryImport(Library, EntryPoint = "vips_blob_get_type")]
    internal static partial nuint BlobType();

    [LibraryImport(Library, EntryPoint = "vips_image_get_type")]
    internal static partial nuint ImageType();

    [LibraryImport(Library, EntryPoint = "vips_image_new_from_memory")]
    internal static partial nint ImageFromMemory(void* data, nuint length, int width, int height, int bands, int format);

    [LibraryImport(Library, EntryPoint = "vips_image_write")]
    internal static partial int WriteImage(nint image, nint target);

    [LibraryImport(Library, EntryPoint = "vips_image_get_width")]
    internal static partial int Width(nint image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_height")]
    internal static partial int Height(nint image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_bands")]
    internal static partial int Bands(nint image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_format")]
    internal static partial int BandFormat(nint image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_interpretation")]
    internal static partial int Interpretation(nint image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_n_pages")]
    internal static partial int PageCount(nint image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_xres")]
    internal static partial double HorizontalResolution(nint image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_yres")]
    internal static partial double VerticalResolution(nint image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_orientation")]
    internal static partial int Orientation(nint image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_typeof", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nuint FieldType(nint image, string name);

    [LibraryImport(Library, EntryPoint = "vips_image_get_blob", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int GetBlobField(nint image, string name, out nint data, out nuint length);

    [LibraryImport(Library, EntryPoint = "vips_image_set_blob_copy", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void SetBlobField(nint image, string name, void* data, nuint length);

    [LibraryImport(Library, EntryPoint = "vips_image_set_int", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void SetIntField(nint image, string name, int value);

    /// <summary>The sentence for a program that was copied without its native library, or onto a system that cannot load it.</summary>
    internal static ImageFileException Missing(string file, TypeInitializationException cause) =>
        new($"'{file}' cannot be opened or saved because the picture library '{FileName}' beside the program is missing or unusable; install GlazeEffect again.", cause);

    /// <summary>The library's last message, which is cleared.</summary>
    internal static string TakeError()
    {
        var text = ErrorText() ?? string.Empty;
        ClearError();
        return text.Trim();
    }

    [LibraryImport(Library, EntryPoint = "vips_init", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Init(string program);

    [LibraryImport(Library, EntryPoint = "vips_cache_set_max")]
    private static partial void SetCacheMaximum(int operations);

    [LibraryImport(Library, EntryPoint = "vips_error_clear")]
    private static partial void ClearError();

    [LibraryImport(Library, EntryPoint = "vips_error_buffer")]
    private static partial nint ErrorBuffer();

    [LibraryImport(Library, EntryPoint = "g_log_set_handler", StringMarshalling = StringMarshalling.Utf8)]
    private static partial uint SetLogHandler(string domain, int levels, delegate* unmanaged[Cdecl]<nint, int, nint, nint, void> handler, nint data);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Silence(nint domain, int level, nint message, nint data)
    {
    }

    private static string? ErrorText() => Marshal.PtrToStringUTF8(ErrorBuffer());

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library)
        {
            return 0;
        }

        // By full path, so that no other libvips on the machine can be picked up.
        return NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, FileName));
    }
}
