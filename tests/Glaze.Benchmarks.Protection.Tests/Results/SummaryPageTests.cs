using Glaze.Benchmarks.Protection.Results;

namespace Glaze.Benchmarks.Protection.Tests.Results;

public sealed class SummaryPageTests
{
    [Fact]
    public void FamilyTable_OfTwoPictures_IsWorkedByHand()
    {
        // Ours: untreated 0.08, jpeg-75 0.06, blur-1 0.03. B0: 0.04, 0.02, 0.02. At equal butteraugli B0's mean is 0.03.
        // Oak alone: 0.06 ÷ 0.03; fox alone: 0.03 ÷ 0.01. Peers' means 0.03 and 0.02, their worst 0.01 and 0.02.
        Page(TestRows.Compared).ShouldContain(
            "| Stable Diffusion | 0.080 | 2.00 | 0.045 | 2.25 | 2.00 / 3.00 | 2.00 | 0.030 (blur-1) | 1.50 | 1.50 | 1.50 / 1.50 |\n");
    }

    [Fact]
    public void PurifierTable_OfTwoPictures_HoldsOurMeansAndB0s()
    {
        Page(TestRows.Compared).ShouldContain("| jpeg-75 | 0.060 (0.020) |\n");
    }

    [Fact]
    public void PictureTable_OfTwoPictures_HoldsEachPicture()
    {
        Page(TestRows.Compared).ShouldContain("| fox (Flat), ink-wash | 38.5, 2.00 (2.00), 12 | 0.060, 0.030 (3.00) |\n");
    }

    [Fact]
    public void WorstFamily_OfTwoFamilies_TakesTheLeastOfEachColumn()
    {
        IReadOnlyList<Row> rows =
        [
            TestRows.Row("oak", "none", 0.08), TestRows.Row("oak", "blur-1", 0.02),
            TestRows.Row("oak", "none", 0.02, "B0"), TestRows.Row("oak", "blur-1", 0.02, "B0"),
            TestRows.Row("oak", "none", 0.06, family: "FLUX.2"), TestRows.Row("oak", "blur-1", 0.06, family: "FLUX.2"),
            TestRows.Row("oak", "none", 0.04, "B0", family: "FLUX.2"), TestRows.Row("oak", "blur-1", 0.02, "B0", family: "FLUX.2"),
        ];

        Page(rows).ShouldContain("| **worst family** | 0.060 | 1.50 | 0.020 | 1.00 | 1.00 / – | 1.00 | 0.020 | 1.00 | – | – / – |\n");
    }

    [Fact]
    public void RatioTable_FourBesideAlone_DividesTheirShifts()
    {
        IReadOnlyList<Row> rows =
        [
            .. TestRows.Compared.Where(row => row.Key.Picture == "oak"),
            .. TestRows.Of("oak", Comparison.Ours, 0.20, 0.10, 0.06).Concat(TestRows.Of("oak", "B0", 0.1, 0.1, 0.1))
                .Select(row => row with { Key = row.Key with { Arm = "alone-SD" } }),
        ];

        Page(rows).ShouldContain("| SD, 512, native | 0.100 ÷ 0.200 = 0.50 | 0.060 ÷ 0.080 = 0.75 |\n");
    }

    [Fact]
    public void Tables_WithoutPurifiers_HoldDashesAndNoNaN()
    {
        IReadOnlyList<Row> rows =
        [
            TestRows.Row("oak", "none", 0.08), TestRows.Row("oak", "none", 0.04, "B0"),
            TestRows.Row("oak", "none", 0.06, family: "SDXL"), TestRows.Row("oak", "none", 0.04, "B0", family: "SDXL"),
            TestRows.Row("oak", "none", 0.16, arm: "alone-SD"), TestRows.Row("oak", "none", 0.04, "B0", arm: "alone-SD"),
        ];

        var page = Page(rows);

        page.ShouldNotContain("NaN");
        page.ShouldContain("| Stable Diffusion | 0.080 | 2.00 | – | – | – / – | – | – | – | – | – / – |\n");
        page.ShouldContain("| **worst family** | 0.060 | 1.50 | – | – | – / – | – | – | – | – | – / – |\n");
        page.ShouldContain("| SD, 512, native | 0.080 ÷ 0.160 = 0.50 | – ÷ – = – |\n");
    }

    private static string Page(IReadOnlyList<Row> rows) => new SummaryPage(rows).ToString();
}
