using System.Globalization;
using Glaze.Client.Dialog;
using Glaze.Client.Resources;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Tests.Dialog;

public sealed class MetersTests
{
    [Theory]
    [InlineData(60.0, 0.0, TextKey.ChangeInvisible, MeterMood.Good)]
    [InlineData(38.0, 0.48, TextKey.ChangeSubtle, MeterMood.Good)]
    [InlineData(32.0, 0.72, TextKey.ChangeNoticeable, MeterMood.Fair)]
    [InlineData(20.0, 1.0, TextKey.ChangeVisible, MeterMood.Poor)]
    public void VisibleChange_LowerPsnr_FillsTheMeter(double psnr, double level, TextKey verdict, MeterMood mood)
    {
        var reading = Meters.Read(new VisibleChange(psnr, 9));

        reading.Level.ShouldNotBeNull().ShouldBe(level, 1e-9);
        reading.Verdict.Key.ShouldBe(verdict);
        reading.Mood.ShouldBe(mood);
    }

    [Fact]
    public void VisibleChange_NothingChanged_IsAnEmptyMeter()
    {
        Meters.Read(new VisibleChange(null, 0)).ShouldBe(new MeterReading(0, MeterMood.Good, new UserText(TextKey.ChangeNone)));
    }

    [Theory]
    [InlineData(0.9, null, 1.0)]
    [InlineData(0.15, null, 0.5)]
    [InlineData(0.9, 0.03, 0.1)]
    public void Protection_Always_FillsByTheWorstThatIsKnown(double shift, double? surviving, double level)
    {
        var reading = Meters.Read(new ProtectionFigures(shift, surviving, surviving is null ? null : "blur", []));

        reading.Level.ShouldNotBeNull().ShouldBe(level, 1e-9);
    }

    [Fact]
    public void Protection_PictureMovedAway_SaysThatNothingIsLeft()
    {
        var reading = Meters.Read(new ProtectionFigures(-0.004, -0.07, "blur", []));

        reading.Figures.ShouldNotBeNull().Format(CultureInfo.InvariantCulture).ShouldBe("Style moved by 0 %; 0 % left after the worst clean-up (blur)");
    }

    [Theory]
    [InlineData(ProtectionGrade.Strong, TextKey.ProtectionStrong, MeterMood.Good)]
    [InlineData(ProtectionGrade.Moderate, TextKey.ProtectionModerate, MeterMood.Fair)]
    [InlineData(ProtectionGrade.Weak, TextKey.ProtectionWeak, MeterMood.Poor)]
    [InlineData(ProtectionGrade.None, TextKey.ProtectionNone, MeterMood.Poor)]
    public void Protection_Judged_SaysTheEnginesVerdict(ProtectionGrade grade, TextKey verdict, MeterMood mood)
    {
        var reading = Meters.Read(new ProtectionFigures(0.2, null, null, [], grade, "What it means."));

        reading.Verdict.Key.ShouldBe(verdict);
        reading.Mood.ShouldBe(mood);
        reading.Detail.ShouldNotBeNull().Format(CultureInfo.InvariantCulture).ShouldStartWith("What it means.");
    }

    [Fact]
    public void Families_EachWithItsOwnGrade_AreShownByWhatIsLeft()
    {
        var families = Meters.Families(
            new ProtectionFigures(0.5, null, null,
            [
                new FamilyFigures("SDXL", 0.2, 0.07, ProtectionGrade.Moderate),
                new FamilyFigures("FLUX.1", 0.3, 0.16, ProtectionGrade.Strong),
                new FamilyFigures("FLUX.2", 0.01, -0.02, ProtectionGrade.None),
            ]),
            ["GlazeEffect's own encoder"]);

        families.Select(family => (family.Family, family.Verdict.Key, family.Mood)).ShouldBe(
        [
            ("SDXL", TextKey.FamilyModerate, MeterMood.Fair), ("FLUX.1", TextKey.FamilyStrong, MeterMood.Good), ("FLUX.2", TextKey.FamilyNone, MeterMood.Poor),
        ]);
        families[0].Detail.Format(CultureInfo.InvariantCulture).ShouldBe(
            "SDXL: moved by 20 % toward the target style, 7 % left after the worst clean-up. Computed on: GlazeEffect's own encoder.");
        families[2].Detail.Format(CultureInfo.InvariantCulture).ShouldStartWith("FLUX.2: moved by 1 % toward the target style, 0 % left");
        families[2].Level.ShouldBe(0);
    }
}
