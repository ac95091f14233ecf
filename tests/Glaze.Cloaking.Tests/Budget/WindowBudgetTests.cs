using Glaze.Cloaking.Budget;
using Glaze.Imaging;
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
            var levels = TestTensors.Map(new PlanarImage(Side, Side), (_, _) => random.Next(0, 256));
            var budget = new WindowBudget(levels, bounds, Enumerable.Repeat(1f, Side * Side).ToArray(), Enumerable.Repeat(1f, Side * Side).ToArray(), epsilon: 14);
            var delta = TestTensors.Map(TestTensors.NormalImage(Side, Side, seed), (value, _) => 20 * value);

            budget.Project(delta);

            return delta.Values.Select((value, i) => Math.Abs(value) <= bounds[i % bounds.Length] && levels.Values[i] + value is >= 0 and <= 255).All(holds => holds);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20261122, 1));
    }

    [Fact]
    public void Project_DeltaInside_StaysPut()
    {
        var budget = new WindowBudget(TestTensors.Constant(1, 1, 100), [6], [1], [1], epsilon: 6);
        var delta = TestTensors.Constant(1, 1, 1.4f);

        budget.Project(delta);

        delta.Values.ShouldBe([1.4f, 1.4f, 1.4f]);
    }

    [Fact]
    public void Project_DeltaOutsideTheBall_LandsOnItsSurface()
    {
        var budget = Budget(6, 200);
        var delta = TestTensors.Map(TestTensors.NormalImage(4, 4, 5), (value, _) => 3 * value);

        budget.Project(delta);

        budget.Size(delta).ShouldBe(1, 1e-4);
    }

    [Fact]
    public void Size_SameChange_CountsMoreInColourOnGreySurfaces()
    {
        var grey = TestTensors.Constant(4, 4, 1);
        var coloured = new PlanarImage(4, 4, [.. Enumerable.Repeat(1.2247449f, 16), .. Enumerable.Repeat(-1.2247449f, 16), .. new float[16]]);

        // Of equal energy: 3 · 1² = 2 · 1.2247².
        (Budget(6, 0).Size(coloured) / Budget(6, 0).Size(grey)).ShouldBe(1 / 0.35, 1e-3);
        (Budget(6, 200).Size(coloured) / Budget(6, 200).Size(grey)).ShouldBe(1, 1e-3);
        Budget(6, 0).Size(grey).ShouldBe(1 / (0.25 * 6), 1e-4);
    }

    [Fact]
    public void Size_WhereASixteenthIsHidden_HalfOfTheChangeIsAllowed()
    {
        var grey = TestTensors.Constant(1, 1, 1);

        // V ∝ M^¼.
        (new WindowBudget(grey, [2], [1], [1], epsilon: 32).Size(grey) / new WindowBudget(grey, [32], [1], [1], epsilon: 32).Size(grey)).ShouldBe(2, 1e-3);
    }

    [Theory]
    [InlineData(14)]
    [InlineData(5.3)]
    public void Size_Grain_HasTheSameStrengthInEveryStage(float epsilon)
    {
        var levels = TestTensors.Constant(1, 1, 128);
        var grain = TestTensors.Constant(1, 1, 2.8f);

        new WindowBudget(levels, [6], [1], [1], epsilon, FlatColour.Grain).Size(grain).ShouldBe(1, 1e-4);
    }

    [Fact]
    public void Steepen_AnyGradient_GivesTheDirectionThatLowersTheLossMostForItsSize()
    {
        var budget = Budget(6, 60);
        var gradient = TestTensors.NormalImage(4, 4, 7);
        var steepest = gradient.Clone();
        budget.Steepen(steepest);
        var best = TestTensors.Dot(gradient, steepest) / budget.Size(steepest);

        foreach (var seed in Enumerable.Range(20, 30))
        {
            var other = TestTensors.Add(steepest, TestTensors.NormalImage(4, 4, seed), 1);
            (TestTensors.Dot(gradient, other) / budget.Size(other)).ShouldBeLessThan(best * 1.00001);
        }
    }

    // 4 × 4 pixels whose red stands out from green and blue by some levels.
    private static WindowBudget Budget(float bound, float colour)
    {
        float[] ones = [.. Enumerable.Repeat(1f, 16)];
        var levels = new PlanarImage(4, 4, [.. Enumerable.Repeat(20 + colour, 16), .. Enumerable.Repeat(20f, 32)]);
        return new WindowBudget(levels, [.. Enumerable.Repeat(bound, 16)], ones, ones, bound);
    }

    [Fact]
    public void Settle_FlatPixels_MoveByTheirLevelWhereDecided()
    {
        var budget = new WindowBudget(new PlanarImage(5, 1), [1, 1, 1, 3, 0], [1, 1, 1, 1, 1], [1, 1, 1, 1, 1], epsilon: 14);
        var delta = new PlanarImage(5, 1, [0.3f, 0.1f, -0.0f, 0.3f, 0, .. new float[10]]);

        budget.Settle(delta);

        delta.Values.Take(5).ShouldBe([1, 0.1f, 0, 0.3f, 0]);
    }
}
