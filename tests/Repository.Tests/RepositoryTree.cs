using System.Diagnostics;
using System.Xml.Linq;

namespace Repository.Tests;

/// <summary>The repository's own files: what git tracks or would track.</summary>
internal static class RepositoryTree
{
    private static readonly string[] BinaryExtensions =
        [".png", ".jpg", ".webp", ".tif", ".bmp", ".ico", ".safetensors", ".onnx", ".bin"];

    /// <summary>The root folder, with a separator at its end.</summary>
    public static string Root { get; } = Glaze.TestKit.Repository.Root + Path.DirectorySeparatorChar;

    /// <summary>Paths below the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = ListFiles();

    /// <summary>Files that people read.</summary>
    public static IEnumerable<string> TextFiles =>
        Files.Where(file => !BinaryExtensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase));

    /// <summary>C# files below one of the given folders.</summary>
    public static IEnumerable<string> SourceFiles(params string[] folders) => Files.Where(file =>
        file.EndsWith(".cs", StringComparison.Ordinal)
        && Array.Exists(folders, folder => file.StartsWith(folder + "/", StringComparison.Ordinal)));

    /// <summary>Project files below one of the given folders.</summary>
    public static IEnumerable<string> Projects(params string[] folders) => Files.Where(file =>
        file.EndsWith(".csproj", StringComparison.Ordinal)
        && Array.Exists(folders, folder => file.StartsWith(folder + "/", StringComparison.Ordinal)));

    /// <summary>The text of a file.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>The lines of a file.</summary>
    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    /// <summary>A project or props file as XML.</summary>
    public static XDocument Xml(string file) => XDocument.Load(Path.Combine(Root, file));

    private static string[] ListFiles()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git does not start.");
        var list = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
        return [.. list.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(Root, file)))];
    }
}
