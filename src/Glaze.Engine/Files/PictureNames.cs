using Glaze.Imaging;

namespace Glaze.Engine.Files;

/// <summary>Tells by its name whether a file is a picture of any kind, also of those that are not read.</summary>
internal static class PictureNames
{
    // Pictures of programs and cameras: who keeps them beside others may think that they are cloaked too.
    private static readonly HashSet<string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ".ai", ".apng", ".arw", ".avif", ".bmp", ".clip", ".cr2", ".cr3", ".dng", ".eps", ".exr", ".gif", ".hdr", ".heic", ".heif", ".ico", ".j2k",
        ".jp2", ".jxl", ".kra", ".mdp", ".nef", ".ora", ".orf", ".pdf", ".pdn", ".procreate", ".psb", ".psd", ".qoi", ".raf", ".raw", ".rw2",
        ".sai", ".sai2", ".svg", ".tga", ".xcf",
    };

    /// <summary>Whether a path is named like a picture that can be read and written.</summary>
    public static bool IsRead(string path) => ImageFormats.FromExtension(path) is not null;

    /// <summary>Whether a path is named like a picture that only other programs read.</summary>
    public static bool IsOther(string path) => Others.Contains(Path.GetExtension(path));

    /// <summary>Whether a path is named like a picture at all.</summary>
    public static bool IsAny(string path) => IsRead(path) || IsOther(path);
}
