using Glaze.Benchmarks.Protection.Results;

namespace Glaze.Benchmarks.Protection.Tests.Results;

public sealed class ResultFileTests : IDisposable
{
    private static readonly Row First = TestRows.Row("oak", "none", 0.12345);
    private static readonly Row Second = TestRows.Row("oak", "blur-1", 0.05432);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("glaze-results");

    private string Results => Path.Combine(_folder.FullName, "new", "results.csv");

    [Fact]
    public void Find_RowsOfAnEarlierRun_GivesThemBack()
    {
        new ResultFile(Results).Append([First, Second]);

        new ResultFile(Results).Find([Second.Key, First.Key]).ShouldBe([Second, First]);
    }

    [Fact]
    public void Find_AKeyNotMeasured_GivesNothing()
    {
        var file = new ResultFile(Results);
        file.Append([First]);

        file.Find([First.Key, Second.Key]).ShouldBeNull();
    }

    [Fact]
    public void Find_AnotherRunOfTheProduct_GivesNothing()
    {
        var file = new ResultFile(Results);
        file.Append([First]);

        file.Find([First.Key with { Run = "abcdef0123" }]).ShouldBeNull();
    }

    [Theory]
    [InlineData(3)] // within the last number, which reads as a number all the same
    [InlineData(10)]
    [InlineData(40)]
    public void Find_ARowCutByAKill_IsMeasuredAgain(int missing)
    {
        new ResultFile(Results).Append([First, Second]);
        var text = File.ReadAllText(Results);
        File.WriteAllText(Results, text[..^(Environment.NewLine.Length + missing)]);

        var resumed = new ResultFile(Results);
        resumed.Find([First.Key]).ShouldBe([First]);
        resumed.Find([Second.Key]).ShouldBeNull();
        new ResultFile(Results).Find([Second.Key]).ShouldBeNull();
        resumed.Append([Second]);

        new ResultFile(Results).Find([First.Key, Second.Key]).ShouldBe([First, Second]);
    }

    [Fact]
    public void Find_ARowMeasuredTwice_GivesTheLater()
    {
        var later = First with { Shift = 0.2 };
        new ResultFile(Results).Append([First, later]);

        new ResultFile(Results).Find([First.Key]).ShouldBe([later]);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
