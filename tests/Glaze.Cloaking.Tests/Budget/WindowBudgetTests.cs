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
            var budget = new WindowBudget(Side, Side, bounds, levels, Enumerable.Repeat(1f, Side * Side).ToArray(), Enumerable.Repeat(1f, Side * Side).ToArray());
            var delta = TestTensors.Normal(3 * Side * Side, seed).Select(value => 20 * value).ToArray();

            budget.Project(delta);

            return delta.Select((value, i) => Math.Abs(value) <= bounds[i % bounds.Length] && levels[i] + value is >= 0 and <= 255).All(holds => holds);
        }).Check(Config.QuickThrowOnFailure.WithReplay(20261122, 1));
    }

    [Fact]
    public void Project_DeltaInside_StaysPut()
    {
        var budget = new WindowBudget(1, 1, [5], [100, 100, 100], [1], [1]);
        float[] delta = [4.5f, -5, 0];

        budget.Project(delta);

        delta.ShouldBe([4.5f, -5, 0]);
    }

    [Fact]
    public void Settle_FlatPixels_MoveByTheirLevelWhereDecided()
    {
        var budget = new WindowBudget(5, 1, [1, 1, 1, 3, 0], [.. Enumerable.Repeat(0f, 15)], [1, 1, 1, 1, 1], [1, 1, 1, 1, 1]);
        float[] delta = [0.3f, 0.1f, -0.0f, 0.3f, 0, .. new float[10]];

        budget.Settle(delta);

        delta.Take(5).ShouldBe([1, 0.1f, 0, 0.3f, 0]);
    }
}
