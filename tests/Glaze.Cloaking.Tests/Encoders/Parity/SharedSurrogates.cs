namespace Glaze.Cloaking.Tests.Encoders.Parity;

/// <summary>The published encoder kept beside the repository (../shared/surrogates), where it is.</summary>
internal static class SharedSurrogates
{
    private static readonly string? Folder = Find();

    public static bool IsPresent => Folder is not null;

    public static string Path(string file) => System.IO.Path.Combine(Folder!, file);

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "GlazeEffect.sln")))
            {
                var shared = System.IO.Path.Combine(folder.FullName, "..", "shared", "surrogates");
                return Directory.Exists(shared) ? shared : null;
            }
        }

        return null;
    }
}
