using System.Text.Json;
using System.Xml.Linq;

namespace GlazeEffect.Wine.Tests.Installer;

/// <summary>The Setup that ships, from an old version over its use in the editor to the last file removed.</summary>
[Collection(InstallerCollection.Name)]
public sealed class SetupLifeTests(FreshWineScreen screen)
{
    private const string PaintNet = @"C:\Program Files\paint.net";
    private const string Plugin = PaintNet + @"\Effects\GlazeEffect";
    private const int PaintNetRuns = 3;
    private static readonly string[] Encoders = ["taesd", "taesdxl", "taesd3", "taef1", "taef2"];

    [WineFact]
    public async Task Setup_OverAnOldVersion_CloaksInTheEditorAndLeavesOnlyWhatIsTheArtists()
    {
        screen.Clear();
        PlaceEditor();
        var userFiles = screen.Documents + @"\paint.net User Files";
        var settings = screen.Path(userFiles + @"\GlazeEffect\settings.json");
        var models = screen.LocalAppData + @"\GlazeEffect\models";
        var old = await SmallSetup.BuildAsync("0.0.1", SmallSetup.Files("GlazeEffect.dll", "engine/glaze.exe", "engine/dropped.dll", "dropped/gone.txt"));
        (await screen.InstallAsync(old)).ExitCode.ShouldBe(0);
        screen.Files(Plugin).ShouldContain("engine/dropped.dll");
        PretendEncodersAreThere(models);

        var (exitCode, log) = await screen.InstallAsync(WineTools.Setup, "/ENCODERS");
        exitCode.ShouldBe(0, log);
        log.ShouldContain("Removed version 0.0.1 (0)");
        log.ShouldContain("glaze models install taesd taesdxl taesd3 taef1 taef2 --yes: 0");
        screen.Files(Plugin).ShouldBe([.. Shipped(), "Setup.ini", "Uninstall.exe"], ignoreOrder: true);
        (await screen.EntryAsync("HKLM", "DisplayVersion")).ShouldBe(Version());
        Directory.Delete(screen.Path(models), recursive: true);

        await CloakAsync(userFiles);
        var style = await File.ReadAllTextAsync(settings);
        Directory.CreateDirectory(screen.Path(models));
        await File.WriteAllTextAsync(screen.Path(models + @"\taesd.json"), "the artist's");

        (await screen.InstallAsync(WineTools.Setup)).ExitCode.ShouldBe(0);
        (await File.ReadAllTextAsync(settings)).ShouldBe(style);
        (await screen.UninstallAsync(Plugin)).ShouldContain("Finished");

        Directory.Exists(screen.Path(Plugin)).ShouldBeFalse();
        screen.Files(PaintNet + @"\Effects").ShouldBeEmpty();
        (await screen.EntryAsync("HKLM", "DisplayVersion")).ShouldBeNull();
        (await File.ReadAllTextAsync(settings)).ShouldBe(style);
        screen.Files(models).ShouldBe(["cloaked-pictures", "taesd.json"]);
    }

    private static string Version() =>
        XDocument.Load(Path.Combine(WineTools.Root, "Directory.Build.props")).Descendants("Version").Single().Value;

    private static IEnumerable<string> Shipped() =>
        Directory.GetFiles(WineTools.Plugin, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(WineTools.Plugin, file));

    // The stand-in editor under Paint.NET's name: a program file finds its assembly by a name inside it.
    private void PlaceEditor()
    {
        screen.PlacePaintNet(PaintNet);
        foreach (var file in Directory.GetFiles(WineTools.Editor))
        {
            File.CreateSymbolicLink(Path.Combine(screen.Path(PaintNet), Path.GetFileName(file)), file);
        }

        File.Copy(Path.Combine(WineTools.Editor, "GlazeEffect.StandInEditor.exe"), screen.Path(PaintNet + @"\paintdotnet.exe"), overwrite: true);
    }

    // The engine has nothing to fetch then, and Setup shows that it asks the engine.
    private void PretendEncodersAreThere(string models)
    {
        Directory.CreateDirectory(screen.Path(models));
        foreach (var id in Encoders)
        {
            File.WriteAllText(screen.Path($@"{models}\{id}.safetensors"), "");
            File.WriteAllText(screen.Path($@"{models}\{id}.json"), JsonSerializer.Serialize(new { id, bytes = 0, sha256 = new string('0', 64), source = "a test" }));
        }
    }

    private async Task CloakAsync(string userFiles)
    {
        var picture = TestPicture.Landscape(96, 64);
        await using var editor = await EditorSession.StartAsync(
            screen, "installed", new EditorOptions { Picture = picture, InstalledIn = PaintNet, UserFiles = userFiles });

        // Both refuse while it runs, and change nothing.
        var (exitCode, log) = await screen.InstallAsync(WineTools.Setup);
        exitCode.ShouldBe(PaintNetRuns, log);
        (await screen.UninstallAsync(Plugin)).ShouldContain("Paint.NET is running");
        screen.Files(Plugin).ShouldContain("engine/glaze.exe");

        await editor.OpenDialogAsync();
        await editor.WaitForEnabledAsync("GlazeConfigForm/quality/qualityFast", 30);
        await editor.ClickAsync("GlazeConfigForm/quality/qualityFast");
        await editor.WaitForEnabledAsync("GlazeConfigForm/accept", 60);
        await editor.ClickAsync("GlazeConfigForm/accept");
        await editor.WaitAsync("applied", TimeSpan.FromSeconds(200));
        var cloaked = await editor.SaveAsync();
        await editor.QuitAsync();
        await screen.NoEngineShouldRemainAsync(10);

        cloaked.Active.ShouldNotBe(picture.Active);
        cloaked.Layers[0].ShouldBe(picture.Layers[0]);
    }
}
