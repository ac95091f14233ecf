using Glaze.Cloaking.Audit;

namespace Glaze.Cloaking.Tests.Audit;

public sealed class ProtectionVerdictTests
{
    [Theory]
    [InlineData(0.30, 0.15, ProtectionGrade.Strong)]
    [InlineData(0.30, 0.149, ProtectionGrade.Moderate)]
    [InlineData(0.30, 0.059, ProtectionGrade.Weak)]
    [InlineData(0.30, 0.019, ProtectionGrade.None)]
    [InlineData(0.01, 0.20, ProtectionGrade.None)]
    [InlineData(-0.2, 0.20, ProtectionGrade.None)]
    public void Of_ShiftAndSurvivor_IsGradedByTheLesser(double shift, double worst, ProtectionGrade grade)
    {
        var verdict = ProtectionVerdict.Of(new ProtectionAudit([Encoder("a", shift, worst, true)]));

        verdict.Grade.ShouldBe(grade);
    }

    [Fact]
    public void Of_EncodersUsedAndNot_IsJudgedByTheStrangersAlone()
    {
        var verdict = ProtectionVerdict.Of(new ProtectionAudit(
            [Encoder("a", 0.9, 0.8, true) with { Family = "SDXL" }, Encoder("b", 0.1, 0.07, false) with { Family = "SDXL" }]));

        verdict.Families.Single().Shift.ShouldBe(0.1, 1e-9);
        verdict.Grade.ShouldBe(ProtectionGrade.Moderate);
        verdict.English.ShouldContain("not computed on");
    }

    [Fact]
    public void Of_SeveralFamilies_IsGradedByTheOneThatIsWorstOff()
    {
        var verdict = ProtectionVerdict.Of(new ProtectionAudit(
            [Encoder("a", 0.4, 0.3, true) with { Family = "FLUX.1" }, Encoder("b", 0.2, 0.03, true) with { Family = "SDXL" }, Encoder("c", 0.1, 0.09, true) with { Family = "SD" }]));

        verdict.Grade.ShouldBe(ProtectionGrade.Weak);
        verdict.Weakest.Family.ShouldBe("SDXL");
        verdict.English.ShouldContain("FLUX.1 40 %, SDXL 20 %, SD 10 %");
        verdict.Japanese.ShouldContain("FLUX.1 40 %、SDXL 20 %、SD 10 %");
    }

    [Theory]
    [InlineData(true, "others are moved less")]
    [InlineData(false, "not computed on")]
    [InlineData(null, "is not known")]
    public void Of_AnyBasis_SaysWhatWasMeasured(bool? isUsed, string said)
    {
        var verdict = ProtectionVerdict.Of(new ProtectionAudit([Encoder("a", 0.123, 0.042, isUsed)]));

        verdict.English.ShouldContain("moved 12 % of the way");
        verdict.English.ShouldContain("4 % after the treatment that removes most (JPEG, quality 90)", customMessage: verdict.English);
        verdict.English.ShouldContain(said);
        verdict.Japanese.ShouldContain("12 %");
        verdict.Japanese.ShouldContain("JPEG（品質90）");
    }

    private static EncoderAudit Encoder(string name, double shift, double worst, bool? isUsed) =>
        new(name, shift, [new PurifiedShift(Purifiers.All[0], worst), new PurifiedShift(Purifiers.All[1], worst + 0.1)]) { UsedForCloak = isUsed };
}
