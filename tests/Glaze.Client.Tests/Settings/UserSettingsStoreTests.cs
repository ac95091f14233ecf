using Glaze.Client.Resources;
using Glaze.Client.Settings;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Tests.Settings;

public sealed class UserSettingsStoreTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"glaze-settings-{Guid.NewGuid():N}");

    private string SettingsFile => Path.Combine(_folder, "settings.json");

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public void Update_EveryField_ComesBackFromDisk()
    {
        var settings = new UserSettings
        {
            Cloak = new CloakSettings { Intensity = 71, Quality = RenderQuality.Best, Style = "浮世絵", Device = DeviceKind.WebGpu, Adapter = "10de:2504 NVIDIA GeForce RTX 3060", Seed = 9 },
            ArtistStyle = "dots",
        };

        new UserSettingsStore(_folder).Update(_ => settings).ShouldBeTrue();

        new UserSettingsStore(_folder).Current.ShouldBe(settings);
        Directory.GetFiles(_folder).ShouldHaveSingleItem();
    }

    [Fact]
    public void Update_SettingsMadeReadyForSending_KeepNothingThatARestartChanges()
    {
        new UserSettingsStore(_folder).Update(settings => settings with
        {
            Cloak = CloakSettings.Default with { Device = DeviceKind.DirectMl, Adapter = "10de:2504 Card", AdapterLuid = 12345 },
        });

        File.ReadAllText(SettingsFile).ShouldNotContain("12345");
        new UserSettingsStore(_folder).Current.Cloak.ShouldBe(CloakSettings.Default with { Device = DeviceKind.DirectMl, Adapter = "10de:2504 Card" });
    }

    [Fact]
    public void Current_FileWithALuidOfAnEarlierStart_DoesNotTakeItOver()
    {
        Write("{\"cloak\":{\"device\":\"DirectMl\",\"adapterLuid\":12345,\"intensity\":7}}");

        new UserSettingsStore(_folder).Current.Cloak.ShouldBe(CloakSettings.Default with { Device = DeviceKind.DirectMl, Intensity = 7 });
    }

    [Fact]
    public void Current_NoFile_IsDefaultsWithoutAWarningOrAFile()
    {
        var store = new UserSettingsStore(_folder);

        (store.Current.Cloak with { Seed = 0 }).ShouldBe(CloakSettings.Default);
        store.Warning.ShouldBeNull();
        Directory.Exists(_folder).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"cloak\":")]
    [InlineData("{\"cloak\":null}")]
    [InlineData("{\"cloak\":{\"intensity\":\"much\"}}")]
    [InlineData("\0\0\0\0")]
    public void Current_DamagedFile_IsDefaultsAndTheFileIsKeptAside(string content)
    {
        Write(content);
        var store = new UserSettingsStore(_folder);

        (store.Current.Cloak with { Seed = 0 }).ShouldBe(CloakSettings.Default);

        store.Warning.ShouldNotBeNull().Key.ShouldBe(TextKey.SettingsReset);
        File.ReadAllText(SettingsFile + ".bad").ShouldBe(content);
        store.Update(settings => settings with { ArtistStyle = "dots" }).ShouldBeTrue();
        store.Warning.ShouldBeNull();
        new UserSettingsStore(_folder).Current.ArtistStyle.ShouldBe("dots");
    }

    [Fact]
    public void Current_HugeFile_IsNotRead()
    {
        Write(new string(' ', 100_000));

        new UserSettingsStore(_folder).Current.ArtistStyle.ShouldBeNull();

        File.Exists(SettingsFile + ".bad").ShouldBeTrue();
    }

    [Fact]
    public void Current_ValuesOutOfRange_AreBroughtInside()
    {
        Write("{\"cloak\":{\"intensity\":900,\"quality\":17,\"style\":\"\",\"device\":-1}}");

        var cloak = new UserSettingsStore(_folder).Current.Cloak;

        cloak.ShouldBe(CloakSettings.Default with { Intensity = 100 });
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"cloak\":{}}")]
    [InlineData("{\"cloak\":{\"seed\":0},\"colour\":\"red\"}")]
    public void Current_MissingFields_HaveTheirDefaults(string content)
    {
        Write(content);
        var store = new UserSettingsStore(_folder);

        store.Current.Cloak.ShouldBe(CloakSettings.Default);
        store.Warning.ShouldBeNull();
    }

    [Fact]
    public void Current_FileLockedByAnother_IsDefaultsAndTheFileIsNotOverwritten()
    {
        Write("{\"artistStyle\":\"dots\"}");
        var store = new UserSettingsStore(_folder);
        using (new FileStream(SettingsFile, FileMode.Open, FileAccess.Read, FileShare.None))
        {
            store.Current.ArtistStyle.ShouldBeNull();
            store.Update(settings => settings with { Cloak = CloakSettings.Default with { Intensity = 9 } }).ShouldBeFalse();
            store.Warning.ShouldNotBeNull().Key.ShouldBe(TextKey.SettingsUnreadable);
        }

        File.ReadAllText(SettingsFile).ShouldBe("{\"artistStyle\":\"dots\"}");
        store.Update(settings => settings with { Cloak = CloakSettings.Default with { Intensity = 8 } }).ShouldBeTrue();
        new UserSettingsStore(_folder).Current.ArtistStyle.ShouldBe("dots", "what could not be read at first is not lost");
    }

    [Fact]
    public void Update_FolderCannotBeMade_KeepsTheSettingsInMemoryAndWarns()
    {
        File.WriteAllText(_folder, "a file where the folder should be");
        var store = new UserSettingsStore(_folder);

        store.Update(settings => settings with { ArtistStyle = "dots" }).ShouldBeFalse();

        File.Delete(_folder);
        store.Current.ArtistStyle.ShouldBe("dots");
        store.Warning.ShouldNotBeNull().Key.ShouldBe(TextKey.SettingsNotSaved);
        store.Update(settings => settings).ShouldBeTrue("the next chance is taken");
        store.Warning.ShouldBeNull();
    }

    [Fact]
    public void Update_DiskFull_LeavesTheOldFileWhole()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        new UserSettingsStore(_folder).Update(settings => settings with { ArtistStyle = "old" });
        var before = File.ReadAllText(SettingsFile);

        // A folder whose settings.json cannot be replaced stands in for a disk that refuses the rename.
        File.Delete(SettingsFile);
        Directory.CreateDirectory(Path.Combine(SettingsFile, "occupied"));
        var store = new UserSettingsStore(_folder);
        store.Update(settings => settings with { ArtistStyle = "new" }).ShouldBeFalse();

        store.Current.ArtistStyle.ShouldBe("new");
        Directory.GetFiles(_folder).ShouldBeEmpty("no temporary file is left behind");
        before.ShouldContain("old");
    }

    [Fact]
    public void Current_TwoUsers_GetSeedsOfTheirOwn()
    {
        new UserSettingsStore(_folder).Current.Cloak.Seed.ShouldNotBe(new UserSettingsStore(_folder).Current.Cloak.Seed);
    }

    private void Write(string content)
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(SettingsFile, content);
    }
}
