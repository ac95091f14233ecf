using Glaze.Cloaking.Audit;

namespace Glaze.Cloaking.Tests.Audit;

public sealed class ProtectionVerdictTests
{
    [Theory]
    [InlineData(0.60, 0.50, ProtectionGrade.Strong)]
    [InlineData(0.60, 0.499, ProtectionGrade.Moderate)]
    [InlineData(0.40, 0.299, ProtectionGrade.Weak)]
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
            [Encoder("a", 0.9, 0.8, true) with { Family = "SDXL" }, Encoder("b", 0.4, 0.31, false) with { Family = "SDXL" }]));

        verdict.Families.Single().Shift.ShouldBe(0.4, 1e-9);
        verdict.Grade.ShouldBe(ProtectionGrade.Moderate);
    }

    [Fact]
    public void Of_SeveralFamilies_IsGradedByTheOneThatIsWorstOff()
    {
        var verdict = ProtectionVerdict.Of(new ProtectionAudit(
            [Encoder("a", 0.4, 0.3, true) with { Family = "FLUX.1" }, Encoder("b", 0.2, 0.03, true) with { Family = "SDXL" }, Encoder("c", 0.1, 0.09, true) with { Family = "SD" }]));

        verdict.Grade.ShouldBe(ProtectionGrade.Weak);
        verdict.Weakest.Family.ShouldBe("SDXL");
        verdict.Families.Select(family => family.Family).ShouldBe(["FLUX.1", "SDXL", "SD"]);
    }

    private static EncoderAudit Encoder(string name, double shift, double worst, bool? isUsed) =>
        new(name, 0, shift, [new PurifiedView(Purifiers.All[0], 0, 0, worst), new PurifiedView(Purifiers.All[1], 0, 0, worst + 0.1)]) { UsedForCloak = isUsed };
}
