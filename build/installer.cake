/// <summary>Runs makensis.</summary>
public static class Installer
{
    /// <summary>Packs a plugin's folder into Setup.</summary>
    /// <param name="architecture">x64 or arm64.</param>
    /// <param name="compressor">lzma for what people download; zlib, eight times as fast and a quarter larger, for what is only tried out.</param>
    public static IProcess Start(ICakeContext context, BuildParameters parameters, string architecture, string compressor, DirectoryPath plugin, FilePath output)
    {
        var script = parameters.Root.CombineWithFilePath("installer/GlazeEffect.nsi");
        var defines = new Dictionary<string, string>
        {
            ["VERSION"] = parameters.Version,
            ["ARCHITECTURE"] = architecture,
            ["COMPRESSOR"] = compressor,
            ["PLUGIN"] = plugin.FullPath,
            ["SIZE"] = (new System.IO.DirectoryInfo(plugin.FullPath).EnumerateFiles("*", System.IO.SearchOption.AllDirectories).Sum(file => file.Length) / 1024).ToString(),
            ["TEXTS"] = parameters.LicencePages.FullPath,
            ["LANGUAGES"] = parameters.SetupWords.FullPath,
            ["OUTPUT"] = output.FullPath,
        };
        var arguments = new ProcessArgumentBuilder().Append("-V2").Append("-WX");
        foreach (var (name, value) in defines)
        {
            arguments.AppendQuoted($"-D{name}={value}");
        }

        return context.StartAndReturnProcess("makensis", new ProcessSettings { Arguments = arguments.AppendQuoted(script.FullPath) });
    }

    /// <summary>Waits for all of them.</summary>
    public static void Wait(IEnumerable<IProcess> runs)
    {
        foreach (var run in runs.ToList())
        {
            run.WaitForExit();
            if (run.GetExitCode() != 0)
            {
                throw new CakeException("makensis could not make the installer; the messages above say why.");
            }
        }
    }
}
