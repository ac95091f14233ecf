using Glaze.Benchmarks.Mimicry.Arms;

namespace Glaze.Benchmarks.Mimicry.Tests.Arms;

public sealed class ArmTests
{
    [Fact]
    public void Named_NameOfEveryArm_IsThatArm()
    {
        Arm.All.Select(arm => arm.Name).ShouldBeUnique();
        Arm.All.ShouldAllBe(arm => Arm.Named(arm.Name) == arm);
        Arm.Few.ShouldBeSubsetOf(Arm.All);
    }

    [Fact]
    public void Named_UnknownName_IsRefusedWithTheChoice()
    {
        Should.Throw<ArgumentException>(() => Arm.Named("mini-51")).Message.ShouldContain("family-100-jpeg-75");
    }

    [Fact]
    public void All_OfTheSweep_GoesFromATenthToTheWholeWay()
    {
        Arm.All.Where(arm => arm.Kind == ArmKind.Sweep).Select(arm => arm.Way).Order().ShouldBe([0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 1]);
    }

    [Theory]
    [InlineData("noise-100-jpeg-75", "mini-100", "clean-jpeg-75")]
    [InlineData("family-100-of50", "family-100", "clean")]
    [InlineData("sweep-0.3", "sweep-0.3", "clean")]
    [InlineData("clean-resize-50", "clean", "clean-resize-50")]
    public void Source_AndReference_AreArms(string name, string source, string reference)
    {
        Arm.Named(name).Source.ShouldBe(Arm.Named(source));
        Arm.Named(name).Reference.ShouldBe(Arm.Named(reference));
    }
}
