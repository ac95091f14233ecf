namespace Repository.Tests;

public sealed class SolutionTests
{
    // Host and form calls, no decisions: tried out in the stand-in editor, not unit tested.
    private static readonly string[] WithoutUnitTests = ["GlazeEffect"];

    [Fact]
    public void Solution_EveryProject_IsListed()
    {
        var solution = RepositoryTree.Read("GlazeEffect.sln").Replace('\\', '/');

        RepositoryTree.Projects("src", "tests", "benchmarks", "samples")
            .Where(project => !solution.Contains($"\"{project}\"", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void SourceProjects_All_HaveATestProject()
    {
        var tests = RepositoryTree.Projects("tests").Select(Path.GetFileNameWithoutExtension).ToHashSet(StringComparer.Ordinal);

        RepositoryTree.Projects("src")
            .Select(project => Path.GetFileNameWithoutExtension(project)!)
            .Except(WithoutUnitTests, StringComparer.Ordinal)
            .Where(name => !tests.Contains($"{name}.Tests"))
            .ShouldBeEmpty();
    }
}
