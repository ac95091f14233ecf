using Glaze.Imaging.Files;

namespace Glaze.Imaging.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("glaze-atomic-").FullName;

    [Fact]
    public void Write_ThroughALink_ReplacesTheFileBehindItAndKeepsTheLink()
    {
        File.WriteAllBytes(At("real"), [1]);
        File.CreateSymbolicLink(At("link"), "real");

        AtomicFile.Write(At("link"), [2, 3]);

        new FileInfo(At("link")).LinkTarget.ShouldBe("real");
        File.ReadAllBytes(At("real")).ShouldBe([2, 3]);
        Directory.GetFiles(_folder).Length.ShouldBe(2);
    }

    [Fact]
    public void Write_OverAFileOfOthersRights_KeepsThem()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.WriteAllBytes(At("a"), [1]);
        File.SetUnixFileMode(At("a"), UnixFileMode.UserRead | UnixFileMode.UserWrite);

        AtomicFile.Write(At("a"), [2]);

        File.GetUnixFileMode(At("a")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Write_NameAsLongAsTheSystemAllows_Works()
    {
        var name = new string('n', 255);

        AtomicFile.Write(At(name), [1]);

        File.ReadAllBytes(At(name)).ShouldBe([1]);
    }

    [Fact]
    public void Write_FolderInTheWay_LeavesNothingBehind()
    {
        Directory.CreateDirectory(At("a/b"));

        Should.Throw<Exception>(() => AtomicFile.Write(At("a"), [1])).ShouldBeAssignableTo<SystemException>();

        Directory.GetFileSystemEntries(_folder).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("a", false, null)]
    [InlineData("no/a", false, "its folder does not exist")]
    [InlineData("no/deeper/a", true, null)]
    [InlineData("file/a", true, "is a file, not a folder")]
    [InlineData("protected", false, "write-protected")]
    [InlineData("folder", false, "it is a folder")]
    [InlineData("circle", false, "the system refused it")]
    public void Obstacle_OfAPlace_IsNamedAndNothingIsLeft(string name, bool mayMakeFolder, string? expected)
    {
        File.WriteAllBytes(At("file"), [1]);
        File.WriteAllBytes(At("protected"), [1]);
        File.SetAttributes(At("protected"), FileAttributes.ReadOnly);
        Directory.CreateDirectory(At("folder"));
        File.CreateSymbolicLink(At("circle"), "circle");
        var before = Directory.GetFileSystemEntries(_folder).Length;

        var obstacle = AtomicFile.Obstacle(At(name), mayMakeFolder);

        File.SetAttributes(At("protected"), FileAttributes.Normal);
        if (expected is null)
        {
            obstacle.ShouldBeNull();
        }
        else
        {
            obstacle.ShouldNotBeNull().ShouldContain(expected);
        }

        Directory.GetFileSystemEntries(_folder).Length.ShouldBe(before);
    }

    [Theory]
    [InlineData(256, false)]
    [InlineData(256, true)]
    public void Obstacle_NameThatIsTooLong_IsNamed(int length, bool isFolderName)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var name = new string('n', length);

        AtomicFile.Obstacle(At(isFolderName ? Path.Combine(name, "a") : name), mayMakeFolder: true).ShouldNotBeNull().ShouldContain("too long");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(string name) => Path.Combine(_folder, name);
}
