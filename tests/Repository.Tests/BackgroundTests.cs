using System.Text.RegularExpressions;

namespace Repository.Tests;

/// <summary>An exception that leaves a thread ends the program, and the plugin's program is the artist's editor.</summary>
public sealed partial class BackgroundTests
{
    private static readonly string[] Projects = ["src/Glaze.Client", "src/GlazeEffect"];

    [Fact]
    public void ThreadsAndDiscardedTasks_InTheHostsProcess_HaveALastCatch()
    {
        RepositoryTree.SourceFiles(Projects)
            .Where(file => Unwatched().IsMatch(RepositoryTree.Read(file)))
            .ShouldBe(["src/Glaze.Client/Engine/Background.cs"], "Let Background start it: what it throws then ends in a handler.");
    }

    [Theory]
    [InlineData("new Thread(Run).Start();")]
    [InlineData("_ = RunAsync();")]
    [InlineData("_ = this.RunAsync(2);")]
    [InlineData("_ = Task.Run(Work);")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => Work());")]
    [InlineData("time.CreateTimer(_ => Beat(), null, a, b);")]
    [InlineData("time.CreateTimer(\n            _ => Beat(), null, a, b);")]
    public void Unwatched_EveryWayToLeaveWorkToItself_IsSeen(string source) => Unwatched().IsMatch(source).ShouldBeTrue();

    [Theory]
    [InlineData("await RunAsync();")]
    [InlineData("time.CreateTimer(_ => Background.Guard(Beat, LoseTo), null, a, b);")]
    [InlineData("_ = _welcome.Task.Exception;")]
    public void Unwatched_WatchedWork_IsNot(string source) => Unwatched().IsMatch(source).ShouldBeFalse();

    [GeneratedRegex(
        @"\bnew Thread\(|\bQueueUserWorkItem\(|\b_ = (?:this\.)?(?:Task\.(?:Run|Factory)|\w+Async\()|\bCreateTimer\(\s*_ => (?!Background\.)",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unwatched();
}
