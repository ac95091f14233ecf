using Glaze.Engine.Files;

namespace Glaze.Engine.Tests.Files;

public sealed class PlacesTests
{
    private static readonly Places Ignoring = new(new CaseIgnoringIdentities());

    [Fact]
    [Trait("Issue", "15")]
    public void AreSame_ThroughALinkedFolder_IsTrue()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("art"));
        folder.Text("art/a.png", "a");
        Directory.CreateSymbolicLink(folder.File("link"), folder.File("art"));

        Places.OfSystem.AreSame(folder.File("art/a.png"), folder.File("link/a.png")).ShouldBeTrue();
        Places.OfSystem.AreSame(folder.File("art/new.png"), folder.File("link/new.png")).ShouldBeTrue();
        Places.OfSystem.AreSame(folder.File("art/new/a.png"), folder.File("link/new/a.png")).ShouldBeTrue();
        Places.OfSystem.AreSame(folder.File("art/a.png"), folder.File("link/b.png")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("a.png", "./a.png")]
    [InlineData("a.png", "sub/../a.png")]
    [InlineData("a.png", "linked.png")]
    [InlineData("a.png", "chain.png")]
    [InlineData("missing.png", "dangling.png")]
    [Trait("Issue", "15")]
    public void AreSame_AnotherNameOfTheFile_IsTrue(string one, string other)
    {
        using var folder = new TemporaryFolder();
        folder.Text("a.png", "a");
        File.CreateSymbolicLink(folder.File("linked.png"), "a.png");
        File.CreateSymbolicLink(folder.File("chain.png"), "linked.png");
        File.CreateSymbolicLink(folder.File("dangling.png"), "missing.png");

        Places.OfSystem.AreSame(folder.File(one), folder.File(other)).ShouldBeTrue();
    }

    [Fact]
    [Trait("Issue", "15")]
    public void AreSame_LinksInCircles_AreNamed()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.File("one.png"), "two.png");
        File.CreateSymbolicLink(folder.File("two.png"), "one.png");

        Should.Throw<UserException>(() => Places.OfSystem.Of(folder.File("one.png"))).Message.ShouldContain("one.png");
    }

    [Theory]
    [InlineData("a.png", "A.PNG")]
    [InlineData("new.png", "NEW.png")]
    [InlineData("sub/new.png", "SUB/New.png")]
    [InlineData("other/new.png", "Other/NEW.png")]
    [Trait("Issue", "15")]
    public void AreSame_OtherLetterCase_GoesByTheFileSystem(string one, string other)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("sub"));
        folder.Text("a.png", "a");

        Ignoring.AreSame(folder.File(one), folder.File(other)).ShouldBeTrue();
        Ignoring.AreSame(folder.File(one), folder.File(other + "x")).ShouldBeFalse();
        var heedsCase = !Path.Exists(folder.File("SUB"));
        Places.OfSystem.AreSame(folder.File(one), folder.File(other)).ShouldBe(!heedsCase);
    }

    [Fact]
    public void Of_TwoFilesOfTheSameContent_DiffersByFile()
    {
        using var folder = new TemporaryFolder();

        var one = FileIdentities.OfSystem.Of(folder.Text("a.png", "same"));
        var other = FileIdentities.OfSystem.Of(folder.Text("b.png", "same"));

        one.ShouldNotBeNull();
        one.ShouldBe(FileIdentities.OfSystem.Of(folder.File("a.png")));
        one.ShouldNotBe(other);
        FileIdentities.OfSystem.Of(folder.File("none.png")).ShouldBeNull();
        FileIdentities.OfSystem.Of(folder.Root).ShouldNotBeNull();
    }

    [Fact]
    public void IsOrdinaryFile_OfAFolderOrADevice_IsFalse()
    {
        using var folder = new TemporaryFolder();

        FileIdentities.OfSystem.IsOrdinaryFile(folder.Text("a.png", "a")).ShouldBeTrue();
        FileIdentities.OfSystem.IsOrdinaryFile(folder.File("none.png")).ShouldBeFalse();
        if (OperatingSystem.IsLinux())
        {
            FileIdentities.OfSystem.IsOrdinaryFile("/dev/null").ShouldBeFalse();
            FileIdentities.OfSystem.IsOrdinaryFile(folder.Root).ShouldBeFalse();
        }
    }
}
