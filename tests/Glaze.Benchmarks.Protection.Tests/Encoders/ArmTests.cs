using Glaze.Benchmarks.Protection.Encoders;

namespace Glaze.Benchmarks.Protection.Tests.Encoders;

public sealed class ArmTests
{
    [Fact]
    public void Named_Without_IsJudgedByTheFamilyLeftOutAlone()
    {
        var arms = Arm.Named("without").ToList();

        arms.Select(arm => arm.Judges.Single()).ShouldBe(Family.All);
        arms.ShouldAllBe(arm => !arm.UsesMini && arm.Used.Count == Family.All.Count - 1 && !arm.Used.Contains(arm.Judges[0]));
    }

    [Fact]
    public void Named_Alone_IsJudgedByTheFamilyComputedOn()
    {
        var arms = Arm.Named("alone").ToList();

        arms.Select(arm => arm.Judges.Single()).ShouldBe(Family.All);
        arms.ShouldAllBe(arm => !arm.UsesMini && arm.Used.Single() == arm.Judges[0]);
    }

    [Fact]
    public void Named_Mini_UsesNoPublishedEncoderAndIsJudgedByAll()
    {
        var arm = Arm.Named("mini").Single();

        arm.UsesMini.ShouldBeTrue();
        arm.Used.ShouldBeEmpty();
        arm.Judges.ShouldBe(Family.All);
    }
}
