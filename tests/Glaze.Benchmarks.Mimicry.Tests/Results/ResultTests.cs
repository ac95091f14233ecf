using Glaze.Benchmarks.Mimicry.Results;

namespace Glaze.Benchmarks.Mimicry.Tests.Results;

public sealed class ResultTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("glaze-mimicry-");

    private string ResultPath => Path.Combine(_folder.FullName, "results.csv");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Find_RowOfAnEarlierRun_IsThere()
    {
        new ResultFile(ResultPath).Add(Of("clean", 1, 0.9));

        var file = new ResultFile(ResultPath);

        file.Find("run", "clean", 1)!.Artist.ShouldBe(0.9);
        file.Find("run", "clean", 2).ShouldBeNull();
        file.Find("another", "clean", 1).ShouldBeNull();
    }

    [Fact]
    public void Find_RowThatWasCutShort_IsNotThere()
    {
        new ResultFile(ResultPath).Add(Of("clean", 1, 0.9));
        File.AppendAllText(ResultPath, Of("mini-50", 1, 0.4).ToString()[..^3]);

        var file = new ResultFile(ResultPath);
        file.Add(Of("mini-100", 1, 0.2));

        file.Find("run", "mini-50", 1).ShouldBeNull();
        new ResultFile(ResultPath).Find("run", "mini-100", 1)!.Artist.ShouldBe(0.2);
    }

    [Fact]
    public void Protection_OfAnArm_IsWhatIsMissingOfTheCleanSuccess()
    {
        var outcomes = Outcome.All([Of("clean", 1, 0.9), Of("clean", 2, 0.7), Of("mini-100", 1, 0.2)]);

        outcomes.Single(outcome => outcome.Arm == "mini-100").Protection.ShouldBe(1 - (0.2 / 0.9), 1e-9, "of the same seed");
        outcomes.Single(outcome => outcome.Arm == "clean").Protection.ShouldBe(0, 1e-9);
        outcomes.Single(outcome => outcome.Arm == "clean").Spread.ShouldBe(0.1, 1e-9);
    }

    [Fact]
    public void Protection_OfACopy_IsMeasuredByTheCleanCopy()
    {
        var outcomes = Outcome.All([Of("clean", 1, 0.2), Of("copy-clean", 0, 0.8), Of("copy-sweep-1", 0, 0.4)]);

        outcomes.Single(outcome => outcome.Arm == "copy-sweep-1").Protection.ShouldBe(0.5, 1e-9);
    }

    [Fact]
    public void Protection_OfATreatedArm_IsMeasuredByCleanPicturesTreatedLikewise()
    {
        var outcomes = Outcome.All([Of("clean", 1, 0.8), Of("clean-resize-50", 1, 0.4), Of("all-100-resize-50", 1, 0.3), Of("all-100-jpeg-75", 1, 0.6)]);

        outcomes.Single(outcome => outcome.Arm == "all-100-resize-50").Protection.ShouldBe(0.25, 1e-9);
        outcomes.Single(outcome => outcome.Arm == "all-100-jpeg-75").Protection.ShouldBe(0.25, 1e-9);
        outcomes.Single(outcome => outcome.Arm == "clean-resize-50").Protection.ShouldBe(0, 1e-9);
    }

    [Theory]
    [InlineData(0.9, "Clean pictures were mimicked;")]
    [InlineData(0.2, "this run says nothing")]
    public void Page_OfARun_SaysWhetherItMeansAnything(double clean, string words)
    {
        new ReportPage(Outcome.All([Of("clean", 1, clean), Of("mini-100", 1, 0.1)]), ["fact"]).ToString().ShouldContain(words);
    }

    [Fact]
    public void Page_WithoutACleanArm_TellsNoProtection()
    {
        var page = new ReportPage(Outcome.All([Of("mini-100", 1, 0.1)]), []).ToString();

        page.ShouldContain("no protection can be told");
        page.ShouldContain("| – |");
    }

    [Fact]
    public void Curves_OfASweep_AreWritten()
    {
        var outcomes = Outcome.All([Of("clean", 1, 0.9), Of("sweep-1", 1, 0), Of("mini-100", 1, 0.8), Of("copy-clean", 0, 1), Of("copy-sweep-1", 0, 0)]);
        var (shift, detail) = (Path.Combine(_folder.FullName, "shift.png"), Path.Combine(_folder.FullName, "detail.png"));

        Curve.OfShift(shift, outcomes);
        Curve.OfDetail(detail, outcomes);

        new FileInfo(shift).Length.ShouldBeGreaterThan(5000);
        new FileInfo(detail).Length.ShouldBeGreaterThan(5000);
    }

    private static Row Of(string arm, int seed, double artist) => new("run", arm, seed, 0.1, double.NaN, 0.9, artist, 0.05, 0.2, 0.3, 0.8);
}
