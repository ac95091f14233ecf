namespace GlazeEffect.Wine.Tests.Installer;

/// <summary>A screen with a Wine prefix made anew for each run, in which nothing of ours has ever been, and folders instead of links into the user's own.</summary>
public sealed class FreshWineScreen() : WineScreen("wine-fresh")
{
    /// <summary>The Windows name of the user's documents.</summary>
    public string Documents => User + @"\Documents";

    /// <summary>The Windows name of the user's local application data.</summary>
    public string LocalAppData => User + @"\AppData\Local";

    private static string User => @"C:\users\" + Environment.UserName;

    /// <summary>The path of a file on drive C.</summary>
    public string Path(string windowsPath) => System.IO.Path.Combine(Prefix, "drive_c", windowsPath[3..].Replace('\\', '/'));

    public override async Task InitializeAsync()
    {
        if (WineTools.WhyNot is not null)
        {
            return;
        }

        if (Directory.Exists(Prefix))
        {
            // A run that was broken off may have left its server, which would write while we delete.
            await RunAsync("wineserver", ["-k"], TimeSpan.FromSeconds(20));
            Remove();
        }

        await base.InitializeAsync();
        foreach (var folder in new[] { "Desktop", "Documents", "Downloads", "Music", "Pictures", "Videos" })
        {
            var link = Path($@"{User}\{folder}");
            File.Delete(link);
            Directory.CreateDirectory(link);
        }
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (WineTools.WhyNot is null)
        {
            // It writes the registry last.
            await RunAsync("wineserver", ["-w"], TimeSpan.FromSeconds(20));
            Remove();
        }
    }

    private void Remove()
    {
        if (Directory.Exists(Prefix))
        {
            Directory.Delete(Prefix, recursive: true);
        }
    }
}
