using System.Diagnostics;
using System.Text;
using System.Xml.Linq;

namespace GlazeEffect.Wine.Tests.Installer;

/// <summary>What is in the folder that ships, and in Setup.</summary>
public sealed class PackageTests
{
    private const long LargestSetup = 60_000_000;

    private static string Version { get; } =
        XDocument.Load(Path.Combine(WineTools.Root, "Directory.Build.props")).Descendants("Version").Single().Value;

    [WineTheory]
    [InlineData("GlazeEffect.dll")]
    [InlineData("Glaze.Client.dll")]
    [InlineData("Glaze.Protocol.dll")]
    [InlineData("Glaze.Languages.dll")]
    [InlineData("engine/glaze.dll")]
    [InlineData("engine/Glaze.Cloaking.dll")]
    public void Plugin_EveryAssemblyOfOurs_HasTheOneVersion(string assembly)
    {
        var version = FileVersionInfo.GetVersionInfo(Path.Combine(WineTools.Plugin, assembly));

        version.FileVersion.ShouldBe(Version + ".0");
        version.ProductVersion.ShouldBe(Version);
    }

    [WineFact]
    public void Setup_ItsProperties_TellTheSameVersion()
    {
        var setup = Encoding.Unicode.GetString(File.ReadAllBytes(WineTools.Setup).AsSpan(0, 1 << 19));

        setup.ShouldMatch("ProductVersion\0+" + Version);
        setup.ShouldMatch("FileVersion\0+" + Version);
    }

    [WineFact]
    public void Setup_PackedInHaste_IsSmallEnough()
    {
        new FileInfo(WineTools.Setup).Length.ShouldBeLessThan(LargestSetup);
    }

    [WineTheory]
    [InlineData("engine/glaze.exe")]
    [InlineData("engine/coreclr.dll")]
    [InlineData("engine/onnxruntime.dll")]
    [InlineData("engine/DirectML.dll")]
    [InlineData("engine/dxcompiler.dll")]
    [InlineData("engine/dxil.dll")]
    [InlineData("engine/libvips-42.dll")]
    [InlineData("GlazeEffect.deps.json")]
    [InlineData("licences/GlazeEffect.txt")]
    [InlineData("licences/THIRD-PARTY-NOTICES.txt")]
    [InlineData("licences/ONNX Runtime, third-party notices.txt")]
    [InlineData("licences/NET runtime.txt")]
    [InlineData("licences/LGPL-3.0.txt")]
    public void Plugin_AllItNeeds_IsThere(string file)
    {
        new FileInfo(Path.Combine(WineTools.Plugin, file)).Length.ShouldBeGreaterThan(0);
    }

    [WineFact]
    public void Plugin_ListForTheUninstaller_NamesEveryFileAndFolder()
    {
        var listed = File.ReadAllLines(Path.Combine(WineTools.Plugin, "GlazeEffect.files.txt"));
        var there = Directory.GetFileSystemEntries(WineTools.Plugin, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(WineTools.Plugin, path).Replace('/', '\\') + (Directory.Exists(path) ? "\\" : ""))
            .Where(path => path != "GlazeEffect.files.txt");

        listed.ShouldBe(there, ignoreOrder: true);
        listed.ShouldBe([.. listed.OrderBy(path => path.EndsWith('\\'))]);
    }

    [WineFact]
    public void Plugin_Nothing_OfTheHostShips()
    {
        Directory.GetFiles(WineTools.Plugin, "PaintDotNet.*", SearchOption.AllDirectories).ShouldBeEmpty();
    }
}
