using Glaze.Cloaking.Budget;
using FsCheck;
using FsCheck.Fluent;

namespace Glaze.Cloaking.Tests.Budget;

public sealed class WindowBudgetTests
{
    [Fact]
    public void Project_AnyDelta_KeepsBoundAndColourRange()
    {
        Prop.ForAll<int>(seed =>
        {
            const int Side = 8;
            var random = new Random(seed);
            var bounds = Enumerable.Range(0, Side * Side).Select(_ => (float)random.Next(0, 14)).ToArray();
            var levels = Enumerable.Range(0, 3 * Side * Side).Select(_ => (float)random.Next(0, 256)).ToArray();
            var budget = new WindowBudget(Side, Side, bounds, levels, Enumerable.Repeat(1f, Side * Side).ToArray(), Enumerable.Repeat(1f, Side * Side).ToArray(), epsilon: 14);
            var delta = TestTensors.Normal(3 * Side * Side, seed).Select(value => 20 * value).ToArray();

            budget.Project(delta);

            return delta.Select((value, i) => Math.Abs(value) <= bounds[i % bounds.Length] && levels[i] + value is >= 0 and <= 255).All(holds => holds);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20261122, 1));
    }

    [Fact]
    public void Project_DeltaInside_StaysPut()
    {
        var budget = new WindowBudget(1, 1, [6], [100, 100, 100], [1], [1], epsilon: 6);
        float[] delta = [1.6f, 1.6f, 1.6f];

        budget.Project(delta);

        delta.ShouldBe([1.6f, 1.6f, 1.6f]);
    }

    [Fact]
    public void Project_DeltaOutsideTheBall_LandsOnItsSurface()
    {
        var budget = Budget(6, 200);
        var delta = TestTensors.Normal(3 * 16, 5).Select(value => 3 * value).ToArray();

        budget.Project(delta);

        budget.Size(delta).ShouldBe(1, 1e-4);
    }

    [Fact]
    public void Size_SameChange_CountsMoreInColourOnGreySurfaces()
    {
        float[] grey = [.. Enumerable.Repeat(1f, 48)];
        float[] coloured = [.. Enumerable.Repeat(1.2247449f, 16), .. Enumerable.Repeat(-1.2247449f, 16), .. new float[16]];

        // Of equal energy: 3 · 1² = 2 · 1.2247².
        (Budget(6, 0).Size(coloured) / Budget(6, 0).Size(grey)).ShouldBe(1 / 0.35, 1e-3);
        (Budget(6, 200).Size(coloured) / Budget(6, 200).Size(grey)).ShouldBe(1, 1e-3);
        Budget(6, 0).Size(grey).ShouldBe(1 / (0.275 * 6), 1e-4);
    }

    [Fact]
    public void Size_WhereASixteenthIsHidden_HalfOfTheChangeIsAllowed()
    {
        float[] grey = [1, 1, 1];

        // V ∝ M^¼.
        (new WindowBudget(1, 1, [2], grey, [1], [1], epsilon: 32).Size(grey) / new WindowBudget(1, 1, [32], grey, [1], [1], epsilon: 32).Size(grey)).ShouldBe(2, 1e-3);
    }

    [Theory]
    [InlineData(14)]
    [InlineData(5.3)]
    public void Size_Grain_HasTheSameStrengthInEveryStage(float epsilon)
    {
        float[] levels = [.. Enumerable.Repeat(128f, 3)];
        float[] grain = [2.8f, 2.8f, 2.8f];

        new WindowBudget(1, 1, [6], levels, [1], [1], epsilon, FlatColour.Grain).Size(grain).ShouldBe(1, 1e-4);
    }

    [Fact]
    public void Steepen_AnyGradient_GivesTheDirectionThatLowersTheLossMostForItsSize()
    {
        var budget = Budget(6, 60);
        var gradient = TestTensors.Normal(48, 7);
        var steepest = (float[])gradient.Clone();
        budget.Steepen(steepest);
        var best = TestTensors.Dot(gradient, steepest) / budget.Size(steepest);

        foreach (var seed in Enumerable.Range(20, 30))
        {
            var other = steepest.Zip(TestTensors.Normal(48, seed), (value, noise) => value + noise).ToArray();
            (TestTensors.Dot(gradient, other) / budget.Size(other)).ShouldBeLessThan(best * 1.00001);
        }
    }

    // 4 × 4 pixels whose red stands out from green and blue by some levels.
    private static WindowBudget Budget(float bound, float colour)
    {
        float[] ones = [.. Enumerable.Repeat(1f, 16)];
        float[] levels = [.. Enumerable.Repeat(20 + colour, 16), .. Enumerable.Repeat(20f, 32)];
        return new WindowBudget(4, 4, [.. Enumerable.Repeat(bound, 16)], levels, ones, ones, bound);
    }

    [Fact]
    public void Settle_FlatPixels_MoveByTheirLevelWhereDecided()
    {
        var budget = new WindowBudget(5, 1, [1, 1, 1, 3, 0], [.. Enumerable.Repeat(0f, 15)], [1, 1, 1, 1, 1], [1, 1, 1, 1, 1], epsilon: 14);
        float[] delta = [0.3f, 0.1f, -0.0f, 0.3f, 0, .. new float[10]];

        budget.Settle(delta);

        delta.Take(5).ShouldBe([1, 0.1f, 0, 0.3f, 0]);
    }
}
