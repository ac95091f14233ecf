using Glaze.Cloaking.Audit;
using Glaze.Engine.Jobs;
using Glaze.Languages;

namespace Glaze.Engine.Tests.Reporting;

public sealed class VerdictTextTests
{
    private static readonly Language Japanese = Language.Of("ja");

    [Fact]
    public void Of_SeveralFamilies_NamesEachWithItsShare()
    {
        var verdict = ProtectionVerdict.Of(new ProtectionAudit(
            [Encoder(0.4, 0.3, true) with { Family = "FLUX.1" }, Encoder(0.2, 0.03, true) with { Family = "SDXL" }, Encoder(0.1, 0.09, true) with { Family = "SD" }]));

        VerdictText.Of(verdict, Language.English).ShouldBe(
            "Weak: SDXL, which is moved least, sees the picture moved 20 % of the way to the target style, and 3 % after the treatment that removes most "
            + "(JPEG, quality 90). FLUX.1 40 %, SDXL 20 %, SD 10 %. Measured on the encoders that the cloak was computed on; others are moved less.");
        VerdictText.Of(verdict, Japanese).ShouldContain("FLUX.1 40 %、SDXL 20 %、SD 10 %");
    }

    [Theory]
    [InlineData(true, "others are moved less")]
    [InlineData(false, "not computed on")]
    [InlineData(null, "is not known")]
    public void Of_AnyBasis_SaysWhatWasMeasured(bool? isUsed, string said)
    {
        var verdict = ProtectionVerdict.Of(new ProtectionAudit([Encoder(0.123, 0.042, isUsed)]));

        var english = VerdictText.Of(verdict, Language.English);
        english.ShouldContain("moved 12 % of the way");
        english.ShouldContain("4 % after the treatment that removes most (JPEG, quality 90)");
        english.ShouldContain(said);
        VerdictText.Of(verdict, Japanese).ShouldContain("JPEG (品質 90)");
    }

    [Fact]
    public void Of_PictureMovedAway_SaysThatNothingIsLeft()
    {
        var english = VerdictText.Of(ProtectionVerdict.Of(new ProtectionAudit([Encoder(-0.021, -0.07, false)])), Language.English);

        english.ShouldContain("moved 0 % of the way");
        english.ShouldContain("0 % after the treatment");
        english.ShouldNotContain("-");
    }

    [Fact]
    public void Words_OfEveryLanguage_NameEveryStyleAndPurifierDifferently()
    {
        foreach (var language in Language.All)
        {
            Imaging.Painterly.StyleCatalog.All.Select(style => language.Find($"styles.{style.Name}").ShouldNotBeNull(style.Name)).ShouldBeUnique();
            Purifiers.All.Select(purifier => language.Find($"purifiers.{purifier.Name}").ShouldNotBeNull(purifier.Name)).ShouldBeUnique();
        }
    }

    private static EncoderAudit Encoder(double shift, double worst, bool? isUsed) =>
        new("a", 0, shift, [new PurifiedView(Purifiers.All[0], 0, 0, worst), new PurifiedView(Purifiers.All[1], 0, 0, worst + 0.1)]) { UsedForCloak = isUsed };
}
