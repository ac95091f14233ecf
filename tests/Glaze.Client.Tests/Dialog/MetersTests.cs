using System.Globalization;
using Glaze.Client.Dialog;
using Glaze.Client.Resources;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Tests.Dialog;

public sealed class MetersTests
{
    [Theory]
    [InlineData(60.0, 0.0, TextKey.ChangeInvisible)]
    [InlineData(38.0, 0.48, TextKey.ChangeSubtle)]
    [InlineData(32.0, 0.72, TextKey.ChangeNoticeable)]
    [InlineData(20.0, 1.0, TextKey.ChangeVisible)]
    public void VisibleChange_LowerPsnr_FillsTheMeter(double psnr, double level, TextKey verdict)
    {
        var reading = Meters.Read(new VisibleChange(psnr, 9));

        reading.Level.ShouldNotBeNull().ShouldBe(level, 1e-9);
        reading.Verdict.Key.ShouldBe(verdict);
    }

    [Fact]
    public void VisibleChange_NothingChanged_IsAnEmptyMeter()
    {
        Meters.Read(new VisibleChange(null, 0)).ShouldBe(new MeterReading(0, new UserText(TextKey.ChangeNone)) with { Verdict = Meters.Read(new VisibleChange(null, 0)).Verdict });
        Meters.Read(new VisibleChange(null, 0)).Verdict.Key.ShouldBe(TextKey.ChangeNone);
    }

    [Theory]
    [InlineData(0.9, null, null, 1.0)]
    [InlineData(0.9, 0.15, null, 0.5)]
    [InlineData(0.9, 0.8, 0.03, 0.1)]
    public void Protection_Always_FillsByTheWorstThatIsKnown(double shift, double? unseen, double? surviving, double level)
    {
        var reading = Meters.Read(new ProtectionFigures(shift, unseen, surviving, surviving is null ? null : "blur", []));

        reading.Level.ShouldNotBeNull().ShouldBe(level, 1e-9);
    }

    [Theory]
    [InlineData(ProtectionGrade.Strong, TextKey.ProtectionStrong)]
    [InlineData(ProtectionGrade.Moderate, TextKey.ProtectionModerate)]
    [InlineData(ProtectionGrade.Weak, TextKey.ProtectionWeak)]
    [InlineData(ProtectionGrade.None, TextKey.ProtectionNone)]
    public void Protection_Judged_SaysTheEnginesVerdict(ProtectionGrade grade, TextKey verdict)
    {
        var reading = Meters.Read(new ProtectionFigures(0.2, null, null, null, [], grade, "What it means."));

        reading.Verdict.Key.ShouldBe(verdict);
        reading.Detail.ShouldNotBeNull().Format(CultureInfo.InvariantCulture).ShouldStartWith("What it means.");
    }
}
