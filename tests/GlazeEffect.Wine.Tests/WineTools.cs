namespace GlazeEffect.Wine.Tests;

/// <summary>What these tests need beside .NET, and where the published programs lie.</summary>
internal static class WineTools
{
    private static readonly string[] Programs = ["wine", "Xvfb", "xdotool", "import", "convert", "timeout", "makensis"];

    /// <summary>The repository's root folder.</summary>
    public static string Root { get; } = FindRoot();

    public static string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>The folder that ships: GlazeEffect.dll and what belongs to it, the engine included.</summary>
    public static string Plugin => Path.Combine(Artifacts, "plugin", "GlazeEffect");

    public static string Editor => Path.Combine(Artifacts, "stand-in-editor");

    public static string FakeEngine => Path.Combine(Artifacts, "fake-engine");

    /// <summary>The folder of sample pictures.</summary>
    public static string Samples => Path.Combine(Root, "samples");

    /// <summary>The Setup that the build made of <see cref="Plugin"/>.</summary>
    public static string Setup => Path.Combine(Artifacts, "setup", "GlazeEffect-setup.exe");

    /// <summary>Why the tests cannot run here, or null.</summary>
    public static string? WhyNot { get; } = FindReason();

    private static string? FindReason()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "These tests drive Wine on Linux; on Windows the plugin is tried out in Paint.NET itself.";
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        var missing = Programs.Where(program => !folders.Any(folder => File.Exists(Path.Combine(folder, program)))).ToArray();
        return missing.Length == 0 ? null : $"Not installed: {string.Join(", ", missing)}.";
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GlazeEffect.sln")))
        {
            folder = folder.Parent;
        }

        return (folder ?? throw new InvalidOperationException("The tests do not run inside the repository.")).FullName;
    }
}
