using Glaze.Engine.Jobs;
using Glaze.Inference;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Tests.Jobs;

public sealed class WordsTests
{
    [Fact]
    public void Devices_All_CoverEveryProviderAndEveryKindButTheAutomatic()
    {
        Devices.All.Select(device => device.Provider).ShouldBe(Enum.GetValues<ExecutionProvider>(), ignoreOrder: true);
        Devices.All.Select(device => device.Kind).OfType<DeviceKind>().ShouldBe(Enum.GetValues<DeviceKind>().Except([DeviceKind.Auto]), ignoreOrder: true);
        Devices.Words.ShouldBeUnique();
        Devices.Of(DeviceKind.Auto).ShouldBeNull();
        Devices.Find(Devices.Automatic).ShouldBeNull();
    }

    [Fact]
    public void Qualities_All_CoverEveryLevelThatAMessageMayAskFor()
    {
        Qualities.All.Select(quality => quality.Message).ShouldBe(Enum.GetValues<RenderQuality>(), ignoreOrder: true);
        Qualities.All.Select(quality => quality.Algorithm).ShouldBeUnique();
        Qualities.Default.Word.ShouldBe("balanced");
    }

    [Fact]
    public void Qualities_All_AreCalledAlikeByMessagesAndAlgorithm()
    {
        Qualities.All.ShouldAllBe(quality => quality.Message.ToString() == quality.Algorithm.ToString());
        Enum.GetNames<Cloaking.RenderQuality>().Except(Enum.GetNames<RenderQuality>()).ShouldBe([nameof(Cloaking.RenderQuality.Draft)]);
    }

    [Fact]
    public void Grades_OfTheAlgorithm_AreThoseOfMessagesButTheUnknown()
    {
        Enum.GetNames<ProtectionGrade>().ShouldBe([nameof(ProtectionGrade.Unknown), .. Enum.GetNames<Cloaking.Audit.ProtectionGrade>()]);
        Enum.GetValues<Cloaking.Audit.ProtectionGrade>().ShouldAllBe(grade => Translation.Of(grade).ToString() == grade.ToString());
    }

    [Fact]
    public void FlatColours_OfMessages_AreThoseOfTheAlgorithm()
    {
        Enum.GetNames<FlatColour>().ShouldBe(Enum.GetNames<Cloaking.Budget.FlatColour>());
        Enum.GetValues<FlatColour>().ShouldAllBe(flat => Translation.Of(flat).ToString() == flat.ToString());
    }

    // The algorithm has finer ones, and messages those around it.
    [Fact]
    public void Stages_OfTheAlgorithm_AreToldInTheOrderOfMessages() =>
        Enum.GetValues<Cloaking.CloakStage>().Select(Translation.Of)
            .ShouldBe([CloakStage.PaintingTarget, CloakStage.PaintingTarget, CloakStage.Optimizing, CloakStage.Finishing]);

    [Fact]
    public void VisibleChange_WithoutAnyChange_HasNoRatio()
    {
        Translation.Of(new Cloaking.Audit.VisibleChange(double.PositiveInfinity, 0, 0, 0, 0)).ShouldBe(new VisibleChange(null, 0));
        Translation.Of(new Cloaking.Audit.VisibleChange(41.5, 6, 1, 0, 0.01)).ShouldBe(new VisibleChange(41.5, 6));
    }
}
