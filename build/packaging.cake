using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

/// <summary>What goes with the programs that ship: licences, the list of the plugin's files, and archives.</summary>
public static class Packaging
{
    /// <summary>The file beside the plugin that says what the uninstaller has to remove.</summary>
    private const string FileList = "GlazeEffect.files.txt";

    /// <summary>Puts the licences of all that ships into a folder.</summary>
    public static void WriteLicences(DirectoryPath root, DirectoryPath folder)
    {
        var target = System.IO.Directory.CreateDirectory(folder.FullPath).FullName;
        void Copy(string from, string name) => System.IO.File.Copy(from, System.IO.Path.Combine(target, name), true);
        var onnxRuntime = Package("microsoft.ml.onnxruntime.managed");
        Copy(root.CombineWithFilePath("LICENSE").FullPath, "GlazeEffect.txt");
        Copy(System.IO.Path.Combine(onnxRuntime, "LICENSE.txt"), "ONNX Runtime.txt");
        Copy(System.IO.Path.Combine(onnxRuntime, "ThirdPartyNotices.txt"), "ONNX Runtime, third-party notices.txt");
        foreach (var text in System.IO.Directory.GetFiles(root.Combine("installer/licences").FullPath))
        {
            Copy(text, System.IO.Path.GetFileName(text));
        }

        var runtime = Package("microsoft.netcore.app.runtime.win-x64");
        Copy(System.IO.Path.Combine(runtime, "LICENSE.TXT"), "NET runtime.txt");
        Copy(System.IO.Path.Combine(runtime, "THIRD-PARTY-NOTICES.TXT"), "NET runtime, third-party notices.txt");
        System.IO.File.WriteAllText(System.IO.Path.Combine(target, "THIRD-PARTY-NOTICES.txt"), Notices(root));
    }

    /// <summary>Puts the licences of the optional pack beside its files.</summary>
    public static void WriteTorchLicences(DirectoryPath pack)
    {
        void Copy(string package, string file, string name) =>
            System.IO.File.Copy(System.IO.Path.Combine(Package(package), file), pack.CombineWithFilePath(name).FullPath, true);
        Copy("torchsharp", "LICENSE.txt", "LICENCE-TorchSharp.txt");
        Copy("libtorch-cpu-linux-x64", "LICENSE-LIBTORCH.txt", "LICENCE-libtorch.txt");
    }

    /// <summary>Lists the files below a folder, then the folders, the deepest first; paths as Windows writes them.</summary>
    public static void WriteFileList(DirectoryPath folder)
    {
        var root = folder.FullPath;
        var list = System.IO.Path.Combine(root, FileList);
        System.IO.File.Delete(list);
        string Relative(string path) => System.IO.Path.GetRelativePath(root, path).Replace('/', '\\');
        var files = System.IO.Directory.GetFiles(root, "*", System.IO.SearchOption.AllDirectories).Select(Relative).Order(StringComparer.Ordinal);
        var folders = System.IO.Directory.GetDirectories(root, "*", System.IO.SearchOption.AllDirectories).Select(path => Relative(path) + "\\")
            .OrderByDescending(path => path.Count(c => c == '\\')).ThenBy(path => path, StringComparer.Ordinal);
        System.IO.File.WriteAllText(list, string.Concat(files.Concat(folders).Select(path => path + "\r\n")), Encoding.ASCII);
    }

    /// <summary>The texts of the installer's two licence pages.</summary>
    public static void WriteLicencePages(DirectoryPath root, DirectoryPath folder)
    {
        System.IO.Directory.CreateDirectory(folder.FullPath);
        void Write(string name, string text) => System.IO.File.WriteAllText(
            folder.CombineWithFilePath(name).FullPath, text.ReplaceLineEndings("\r\n"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Write("licence.txt", Unwrapped(System.IO.File.ReadAllText(root.CombineWithFilePath("LICENSE").FullPath)));
        Write("notices.txt", Notices(root));
    }

    /// <summary>Packs folders, each under a name of its own inside the archive.</summary>
    public static void Zip(IEnumerable<(DirectoryPath Folder, string Name)> folders, FilePath archive)
    {
        System.IO.File.Delete(archive.FullPath);
        using var zip = ZipFile.Open(archive.FullPath, ZipArchiveMode.Create);
        foreach (var (folder, name) in folders)
        {
            foreach (var file in System.IO.Directory.GetFiles(folder.FullPath, "*", System.IO.SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                zip.CreateEntryFromFile(file, $"{name}/{System.IO.Path.GetRelativePath(folder.FullPath, file).Replace('\\', '/')}");
            }
        }
    }

    /// <summary>The same with what Linux wants to know: which files are programs.</summary>
    public static void TarGz(DirectoryPath folder, string name, FilePath archive)
    {
        using var file = System.IO.File.Create(archive.FullPath);
        using var gzip = new GZipStream(file, CompressionLevel.Optimal);
        using var tar = new TarWriter(gzip, TarEntryFormat.Pax);
        foreach (var path in System.IO.Directory.GetFiles(folder.FullPath, "*", System.IO.SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var isProgram = System.IO.Path.GetFileName(path) == "glaze";
            using var content = System.IO.File.OpenRead(path);
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"{name}/{System.IO.Path.GetRelativePath(folder.FullPath, path)}")
            {
                DataStream = content,
                Mode = (System.IO.UnixFileMode)Convert.ToInt32(isProgram ? "755" : "644", 8),
                ModificationTime = System.IO.File.GetLastWriteTimeUtc(path),
            });
        }
    }

    // THIRD-PARTY-NOTICES.md as people read it without Markdown; of the tables the first and the last column, and the version.
    private static string Notices(DirectoryPath root)
    {
        var text = System.IO.File.ReadAllText(root.CombineWithFilePath("THIRD-PARTY-NOTICES.md").FullPath);
        text = text[..text.IndexOf("## Used to build", StringComparison.Ordinal)] + text[text.IndexOf("## Models", StringComparison.Ordinal)..];
        text = Regex.Replace(text, @"\[([^\]]+)\]\([^)]*\)", "$1").Replace("`", "").Replace("**", "");
        var lines = new List<string>();
        foreach (var line in Unwrapped(text).Split('\n'))
        {
            var cells = line.StartsWith('|') ? line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray() : null;
            if (cells is null)
            {
                lines.Add(line.StartsWith('#') ? line.TrimStart('#', ' ').ToUpperInvariant() : line);
            }
            else if (!cells[0].StartsWith("---") && cells[^1] != "Licence")
            {
                lines.Add($"{cells[0]}{(cells.Length > 2 ? $", {cells[1]}" : "")}");
                lines.Add($"    {cells[^1]}");
            }
        }

        return string.Join('\n', lines);
    }

    // One line for each paragraph: the window breaks them where it ends.
    private static string Unwrapped(string text) => Regex.Replace(text.ReplaceLineEndings("\n"), @"(?<=[^\n|#])\n(?=[^\n|#\-*=])(?<!^#.*\n)", " ", RegexOptions.Multiline);

    // The notices are the same for all systems; the newest that a program here was built with.
    private static string Package(string name)
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return System.IO.Directory.GetDirectories(System.IO.Path.Combine(packages, name))
            .OrderBy(path => Version.Parse(System.IO.Path.GetFileName(path))).Last();
    }
}
