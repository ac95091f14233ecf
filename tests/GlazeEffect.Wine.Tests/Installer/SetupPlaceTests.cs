namespace GlazeEffect.Wine.Tests.Installer;

/// <summary>Where Setup installs, and when it does not; with small Setups made by the same script.</summary>
[Collection(InstallerCollection.Name)]
public sealed class SetupPlaceTests
{
    private const string Classic = @"C:\Editors\paintdotnet-5";
    private const string Portable = @"C:\Tools\pdn";
    private const int NeedsAdministrator = 4;
    private const int NoPaintNet = 5;
    private const int NotWritten = 8;

    private static readonly string[] Files = ["GlazeEffect.dll", "engine/glaze.exe", "licences/GlazeEffect.txt"];

    private readonly FreshWineScreen _screen;

    public SetupPlaceTests(FreshWineScreen screen)
    {
        _screen = screen;
        _screen.Clear();
    }

    [WineFact]
    public async Task Setup_ClassicNamedByTheRegistry_IsFoundAndRegisteredForEveryone()
    {
        _screen.PlacePaintNet(Classic);
        await RegistryAsync("add", "/v", "TARGETDIR", "/d", Classic + @"\", "/f");
        var setup = await SmallSetup.BuildAsync("1.2.3", SmallSetup.Files(Files));

        var (exitCode, log) = await _screen.InstallAsync(setup);
        exitCode.ShouldBe(0, log);
        _screen.Files(Classic + @"\Effects\GlazeEffect").ShouldBe([.. Files, "GlazeEffect.files.txt", "Setup.ini", "Uninstall.exe"], ignoreOrder: true);
        (await _screen.EntryAsync("HKLM", "DisplayVersion")).ShouldBe("1.2.3");
        (await _screen.EntryAsync("HKCU", "DisplayVersion")).ShouldBeNull();

        await _screen.UninstallAsync(Classic + @"\Effects\GlazeEffect");
        Directory.Exists(_screen.Path(Classic + @"\Effects\GlazeEffect")).ShouldBeFalse();
        await RegistryAsync("delete", "/f");
    }

    [WineFact]
    public async Task Setup_StoreOnly_GoesIntoTheDocumentsAndPurgesWhenAsked()
    {
        var store = _screen.Documents + @"\paint.net App Files";
        var settings = _screen.Documents + @"\paint.net User Files\GlazeEffect";
        var data = _screen.LocalAppData + @"\GlazeEffect";
        Directory.CreateDirectory(_screen.Path(store));
        Directory.CreateDirectory(_screen.Path(settings));
        Directory.CreateDirectory(_screen.Path(data + @"\models"));
        var setup = await SmallSetup.BuildAsync("1.2.4", SmallSetup.Files(Files));

        (await _screen.InstallAsync(setup)).ExitCode.ShouldBe(0);
        _screen.Files(store + @"\Effects\GlazeEffect").ShouldContain("GlazeEffect.dll");
        (await _screen.EntryAsync("HKCU", "DisplayVersion")).ShouldBe("1.2.4");
        (await _screen.EntryAsync("HKLM", "DisplayVersion")).ShouldBeNull();

        await _screen.UninstallAsync(store + @"\Effects\GlazeEffect", "/PURGE");
        _screen.Files(store).ShouldBeEmpty();
        (await _screen.EntryAsync("HKCU", "DisplayVersion")).ShouldBeNull();
        Directory.Exists(_screen.Path(settings)).ShouldBeFalse();
        Directory.Exists(_screen.Path(data)).ShouldBeFalse();
    }

    [WineFact]
    public async Task Setup_PortableNamedOnTheCommandLine_WritesNothingOutsideIt()
    {
        _screen.PlacePaintNet(Portable);
        var setup = await SmallSetup.BuildAsync("1.2.5", SmallSetup.Files(Files));

        var (exitCode, log) = await _screen.InstallAsync(setup, "/D=" + Portable);
        exitCode.ShouldBe(0, log);
        _screen.Files(Portable + @"\Effects\GlazeEffect").ShouldContain("engine/glaze.exe");
        (await _screen.EntryAsync("HKLM", "DisplayVersion")).ShouldBeNull();
        (await _screen.EntryAsync("HKCU", "DisplayVersion")).ShouldBeNull();

        await _screen.UninstallAsync(Portable + @"\Effects\GlazeEffect");
        Directory.GetFileSystemEntries(_screen.Path(Portable + @"\Effects")).ShouldBeEmpty();
    }

    [WineFact]
    public async Task Setup_OverAHandMadeCopyWithAFileOfTheUsers_ReplacesOursAndKeepsTheirs()
    {
        const string Plugin = Portable + @"\Effects\GlazeEffect";
        _screen.PlacePaintNet(Portable);
        Directory.CreateDirectory(_screen.Path(Plugin + @"\engine"));
        await File.WriteAllTextAsync(_screen.Path(Plugin + @"\GlazeEffect.dll"), "an old copy");
        await File.WriteAllTextAsync(_screen.Path(Plugin + @"\engine\glaze.exe"), "an old copy");
        await File.WriteAllTextAsync(_screen.Path(Plugin + @"\notes.txt"), "the user's");
        var setup = await SmallSetup.BuildAsync("1.2.6", SmallSetup.Files(Files));

        (await _screen.InstallAsync(setup, "/D=" + Plugin)).ExitCode.ShouldBe(0);
        (await File.ReadAllTextAsync(_screen.Path(Plugin + @"\GlazeEffect.dll"))).ShouldBe("content of GlazeEffect.dll");
        Directory.Exists(_screen.Path(Plugin + ".new")).ShouldBeFalse();

        await _screen.UninstallAsync(Plugin);
        _screen.Files(Plugin).ShouldBe(["notes.txt"]);
    }

    [WineFact]
    public async Task Setup_NewVersionThatCannotTakeTheOldOnesPlace_ChangesNothingAndSaysSo()
    {
        const string Plugin = Portable + @"\Effects\GlazeEffect";
        _screen.PlacePaintNet(Portable);
        var old = await SmallSetup.BuildAsync("1.3.0", SmallSetup.Files([.. Files, "engine/dropped.dll"]));
        var next = await SmallSetup.BuildAsync("1.3.1", SmallSetup.Files([.. Files, "engine/added.dll"]));
        (await _screen.InstallAsync(old, "/D=" + Portable)).ExitCode.ShouldBe(0);
        await File.WriteAllTextAsync(_screen.Path(Plugin + @"\notes.txt"), "the user's");
        var before = _screen.Files(Plugin);
        await File.WriteAllTextAsync(_screen.Path(Plugin + ".old"), "in the way");

        var (exitCode, log) = await _screen.InstallAsync(next, "/D=" + Portable);

        exitCode.ShouldBe(NotWritten, log);
        log.ShouldContain("could not be put in place");
        log.ShouldNotContain("Installed 1.3.1");
        _screen.Files(Plugin).ShouldBe(before);
        (await File.ReadAllTextAsync(_screen.Path(Plugin + @"\Setup.ini"))).ShouldContain("Version=1.3.0");
        Directory.Exists(_screen.Path(Plugin + ".new")).ShouldBeFalse();

        File.Delete(_screen.Path(Plugin + ".old"));
        var (secondCode, secondLog) = await _screen.InstallAsync(next, "/D=" + Portable);

        secondCode.ShouldBe(0, secondLog);
        secondLog.ShouldContain("Removed version 1.3.0 (0)");
        _screen.Files(Plugin).ShouldBe([.. before.Except(["engine/dropped.dll"], StringComparer.Ordinal), "engine/added.dll"], ignoreOrder: true);
        Directory.Exists(_screen.Path(Plugin + ".old")).ShouldBeFalse();
    }

    // The plug was pulled between the two renamings: there is a version set aside and none in its place.
    [WineFact]
    public async Task Setup_AfterOneThatWasCutOff_TakesUpWhatThatSetAside()
    {
        const string Plugin = Portable + @"\Effects\GlazeEffect";
        _screen.PlacePaintNet(Portable);
        var old = await SmallSetup.BuildAsync("1.3.2", SmallSetup.Files(Files));
        (await _screen.InstallAsync(old, "/D=" + Portable)).ExitCode.ShouldBe(0);
        await File.WriteAllTextAsync(_screen.Path(Plugin + @"\notes.txt"), "the user's");
        Directory.Move(_screen.Path(Plugin), _screen.Path(Plugin + ".old"));
        var next = await SmallSetup.BuildAsync("1.3.3", SmallSetup.Files(Files));

        var (exitCode, log) = await _screen.InstallAsync(next, "/D=" + Portable);

        exitCode.ShouldBe(0, log);
        log.ShouldContain("Put the earlier state back");
        _screen.Files(Plugin).ShouldContain("notes.txt");
        (await File.ReadAllTextAsync(_screen.Path(Plugin + @"\Setup.ini"))).ShouldContain("Version=1.3.3");
        Directory.Exists(_screen.Path(Plugin + ".old")).ShouldBeFalse();
    }

    [WineFact]
    public async Task Setup_EncodersThatCannotBeFetched_LeaveAnInstalledPlugin()
    {
        _screen.PlacePaintNet(Portable);
        var failing = await File.ReadAllBytesAsync(_screen.Path(@"C:\windows\system32\reg.exe"));
        var setup = await SmallSetup.BuildAsync("1.2.7", [.. SmallSetup.Files("GlazeEffect.dll"), ("engine/glaze.exe", failing)]);

        var (exitCode, log) = await _screen.InstallAsync(setup, "/ENCODERS", "/D=" + Portable);

        exitCode.ShouldBe(0, log);
        log.ShouldContain("--yes: 1");
        _screen.Files(Portable + @"\Effects\GlazeEffect").ShouldContain("GlazeEffect.dll");
        await _screen.UninstallAsync(Portable + @"\Effects\GlazeEffect");
    }

    [WineFact]
    public async Task Setup_WhereNothingCanBeWritten_AsksForAnAdministratorAndChangesNothing()
    {
        // A file in the folder's place: nobody can write below it, whoever runs the tests.
        _screen.PlacePaintNet(Portable);
        Directory.Delete(_screen.Path(Portable + @"\Effects"));
        await File.WriteAllTextAsync(_screen.Path(Portable + @"\Effects"), "");
        var setup = await SmallSetup.BuildAsync("1.2.8", SmallSetup.Files(Files));

        var (exitCode, log) = await _screen.InstallAsync(setup, "/D=" + Portable);

        exitCode.ShouldBe(NeedsAdministrator, log);
        log.ShouldContain("can only be changed by an administrator");
        _screen.Files(Portable).ShouldBe(["Effects", "paintdotnet.exe"]);
    }

    [WineFact]
    public async Task Setup_WithoutPaintNet_SaysWhichFolderItWants()
    {
        var setup = await SmallSetup.BuildAsync("1.2.9", SmallSetup.Files(Files));

        var nothing = await _screen.InstallAsync(setup);
        var wrong = await _screen.InstallAsync(setup, @"/D=C:\windows");

        nothing.ExitCode.ShouldBe(NoPaintNet, nothing.Log);
        nothing.Log.ShouldContain("Paint.NET was not found");
        wrong.ExitCode.ShouldBe(NoPaintNet, wrong.Log);
        wrong.Log.ShouldContain(@"'C:\windows' is not a folder of Paint.NET");
        _screen.Files(@"C:\windows\Effects").ShouldBeEmpty();
    }

    private async Task RegistryAsync(string verb, params string[] arguments) =>
        (await _screen.RunAsync("wine", ["reg", verb, @"HKLM\SOFTWARE\paint.net", .. arguments], TimeSpan.FromSeconds(30))).ShouldBe(0);
}
