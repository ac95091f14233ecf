using Glaze.Benchmarks.Protection.Judging;
using Glaze.Benchmarks.Protection.Results;

namespace Glaze.Benchmarks.Protection.Tests.Results;

/// <summary>Rows to compute with by hand.</summary>
internal static class TestRows
{
    /// <summary>One row; pictures named fox are flat, others textured.</summary>
    public static Row Row(
        string picture, string purifier, double shift, string method = Comparison.Ours, string equalIn = Comparison.InPsnr, string arm = "four", string family = "SD") => new(
        new RowKey("0123456789", picture, "512", arm, method, equalIn, "native", family, purifier),
        picture == "fox" ? "Flat" : "Textured",
        "ink-wash",
        new Visibility(38.5, 2, 2.5),
        12,
        shift);

    /// <summary>The rows of one method on one picture: untreated, then two purifiers.</summary>
    public static IEnumerable<Row> Of(
        string picture, string method, double untreated, double jpeg, double blur, string equalIn = Comparison.InPsnr) =>
        [Row(picture, "none", untreated, method, equalIn), Row(picture, "jpeg-75", jpeg, method, equalIn), Row(picture, "blur-1", blur, method, equalIn)];

    /// <summary>Two pictures, ours beside B0 and two peers.</summary>
    public static IReadOnlyList<Row> Compared { get; } =
    [
        .. Of("oak", Comparison.Ours, 0.10, 0.08, 0.04),
        .. Of("fox", Comparison.Ours, 0.06, 0.04, 0.02),
        .. Of("oak", "B0", 0.05, 0.03, 0.03),
        .. Of("fox", "B0", 0.03, 0.01, 0.01),
        .. Of("oak", "B0", 0.05, 0.04, 0.02, Comparison.InButteraugli),
        .. Of("fox", "B0", 0.03, 0.04, 0.02, Comparison.InButteraugli),
        .. Of("oak", "PhotoGuard", 0.2, 0.06, 0.01),
        .. Of("fox", "PhotoGuard", 0.2, 0.04, 0.01),
        .. Of("oak", "Mist", 0.2, 0.02, 0.03),
        .. Of("fox", "Mist", 0.2, 0.02, 0.01),
    ];
}
