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
}
