using System.Diagnostics;
using System.Text;

namespace GlazeEffect.Wine.Tests.Installer;

/// <summary>Setups built from the real script around a few small files: of another version, or quick to install.</summary>
internal static class SmallSetup
{
    /// <summary>Builds one.</summary>
    /// <param name="version">Three numbers.</param>
    /// <param name="files">What it installs, by path below the plugin's folder, with forward slashes.</param>
    /// <returns>The path of Setup.</returns>
    public static async Task<string> BuildAsync(string version, params (string Path, byte[] Content)[] files)
    {
        var folder = Path.Combine(WineTools.Artifacts, "wine-runs", "setup-" + version);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var payload = Path.Combine(folder, "payload");
        foreach (var (path, content) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(payload, path))!);
            await File.WriteAllBytesAsync(Path.Combine(payload, path), content);
        }

        var lines = files.Select(file => file.Path.Replace('/', '\\'))
            .Concat(files.Select(file => Path.GetDirectoryName(file.Path)!).Where(name => name.Length > 0).Distinct().Select(name => name.Replace('/', '\\') + "\\"));
        await File.WriteAllTextAsync(Path.Combine(payload, "GlazeEffect.files.txt"), string.Concat(lines.Select(line => line + "\r\n")), Encoding.ASCII);

        var setup = Path.Combine(folder, "GlazeEffect-setup.exe");
        string[] arguments =
        [
            "-V2", "-WX", "-DVERSION=" + version, "-DARCHITECTURE=x64", "-DCOMPRESSOR=zlib", "-DPLUGIN=" + payload, "-DSIZE=1",
            "-DTEXTS=" + Path.Combine(WineTools.Artifacts, "licence-pages"),
            "-DLANGUAGES=" + Path.Combine(WineTools.Artifacts, "setup-words", "languages.nsh"), "-DOUTPUT=" + setup,
            Path.Combine(WineTools.Root, "installer", "GlazeEffect.nsi"),
        ];
        using var makensis = Process.Start(new ProcessStartInfo("makensis", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await makensis.StandardOutput.ReadToEndAsync();
        await makensis.WaitForExitAsync();
        makensis.ExitCode.ShouldBe(0, output);
        return setup;
    }

    /// <summary>A plugin's files with recognisable contents.</summary>
    public static (string Path, byte[] Content)[] Files(params string[] paths) =>
        [.. paths.Select(path => (path, Encoding.ASCII.GetBytes("content of " + path)))];
}
