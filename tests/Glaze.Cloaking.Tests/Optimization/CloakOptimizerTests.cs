using Glaze.Cloaking.Budget;
using Glaze.Cloaking.Objectives;
using Glaze.Cloaking.Optimization;
using Glaze.Imaging;

namespace Glaze.Cloaking.Tests.Optimization;

public sealed class CloakOptimizerTests
{
    private const int Side = 12;

    [Fact]
    public void Run_Quadratic_ReachesTheNearestPointOfTheBudget()
    {
        var image = TestTensors.Constant(Side, Side, 0.5f);
        var objective = new QuadraticObjective(TestTensors.Map(image, (value, i) => value + ((i % 2 == 0 ? 1f : -1f) * 2 / 255)));
        var delta = new PlanarImage(Side, Side);

        Optimizer(image, bound: 6).Run(delta, _ => objective, new OptimizerSchedule(60), null, CancellationToken.None);

        // The optimum ±2 lies inside the budget; the last steps go 3 % of the way to the bound.
        delta.Values.Select((value, i) => Math.Abs((double)value - (i % 2 == 0 ? 2 : -2))).Largest().ShouldBeLessThan(0.7);
    }

    [Fact]
    public void Run_SameGradientEverywhere_ReachesTheSurfaceOfTheBall()
    {
        var image = TestTensors.Constant(Side, Side, 0.5f);
        var objective = new QuadraticObjective(TestTensors.Constant(Side, Side, 0.5f + (400 / 255f)));
        var delta = new PlanarImage(Side, Side);

        Optimizer(image, bound: 10).Run(delta, _ => objective, new OptimizerSchedule(30), null, CancellationToken.None);

        // V = 0.25 · 10 levels of grey change.
        delta.Values.Min().ShouldBe(2.5f, 0.01);
        delta.Values.Max().ShouldBe(2.5f, 0.01);
    }

    [Fact]
    public void Run_OutlyingGradient_StopsAtTheBound()
    {
        var image = TestTensors.Constant(Side, Side, 0.5f);
        var pulls = TestTensors.Map(image, (value, i) => value + ((i % (Side * Side) == 0 ? 4000f : 2f) / 255));
        var delta = new PlanarImage(Side, Side);

        Optimizer(image, bound: 6).Run(delta, _ => new QuadraticObjective(pulls), new OptimizerSchedule(60), null, CancellationToken.None);

        delta.Values[0].ShouldBe(6, 0.2);
    }

    [Fact]
    public void Run_NoGradient_IsPulledTowardTheTarget()
    {
        var image = TestTensors.Constant(Side, Side, 0.5f);
        var target = TestTensors.Map(image, (value, i) => value + (i % 2 == 0 ? 0.1f : -0.1f));
        var delta = new PlanarImage(Side, Side);

        Optimizer(image, bound: 8, target: target).Run(delta, _ => new QuadraticObjective(image, weight: 0), new OptimizerSchedule(10), null, CancellationToken.None);

        delta.Values.Where((_, i) => i % 2 == 0).ShouldAllBe(value => value > 0.5);
        delta.Values.Where((_, i) => i % 2 == 1).ShouldAllBe(value => value < -0.5);
    }

    [Fact]
    public void Run_WeakGradientBesideStrong_MovesLessThere()
    {
        var image = TestTensors.Constant(Side, Side, 0.5f);
        var pulls = TestTensors.Map(image, (value, i) => value + ((i % 8 == 0 ? 400f : 20f) / 255));
        var delta = new PlanarImage(Side, Side);

        Optimizer(image, bound: 6).Run(delta, _ => new QuadraticObjective(pulls), new OptimizerSchedule(30), null, CancellationToken.None);

        delta.Values.Where((_, i) => i % 8 == 0).Average().ShouldBeGreaterThan(2 * delta.Values.Where((_, i) => i % 8 != 0).Average());
        delta.Values.ShouldAllBe(value => value > 0);
    }

    [Fact]
    public void Run_Greyscale_MovesAllChannelsAlike()
    {
        var image = TestTensors.Constant(Side, Side, 0.5f);
        var objective = new QuadraticObjective(TestTensors.NormalImage(Side, Side, 4));
        var delta = new PlanarImage(Side, Side);

        Optimizer(image, bound: 6, isGreyscale: true).Run(delta, _ => objective, new OptimizerSchedule(10), null, CancellationToken.None);

        delta.Values.Average(value => Math.Abs((double)value)).ShouldBeGreaterThan(0.1);
        delta.Values.Take(Side * Side).ShouldBe(delta.Values.Skip(Side * Side).Take(Side * Side));
        delta.Values.Take(Side * Side).ShouldBe(delta.Values.Skip(2 * Side * Side));
    }

    [Fact]
    public void Run_Cancelled_StopsBeforeTheNextStep()
    {
        using var source = new CancellationTokenSource();
        var image = TestTensors.Constant(Side, Side, 0.5f);
        var objective = new QuadraticObjective(image);
        var steps = 0;

        Should.Throw<OperationCanceledException>(() => Optimizer(image, bound: 6).Run(
            new PlanarImage(Side, Side),
            _ => objective,
            new OptimizerSchedule(100),
            (_, _) =>
            {
                steps++;
                source.Cancel();
            },
            source.Token));

        steps.ShouldBe(1);
    }

    [Fact]
    public void Run_TightPerceptualBudget_IsPulledBack()
    {
        var image = TestTensors.Constant(Side, Side, 0.5f);
        var objective = new QuadraticObjective(TestTensors.Constant(Side, Side, 0.5f + (20 / 255f)));
        var distance = new PerceptualDistance(new float[Side * Side], Side, Side);
        var free = new PlanarImage(Side, Side);
        var held = new PlanarImage(Side, Side);

        Optimizer(image, bound: 6).Run(free, _ => objective, new OptimizerSchedule(30), null, CancellationToken.None);
        Optimizer(image, bound: 6, hinge: new PerceptualHinge(distance, 0.05)).Run(held, _ => objective, new OptimizerSchedule(30), null, CancellationToken.None);

        distance.Evaluate(held, new PlanarImage(Side, Side)).ShouldBeLessThan(0.75 * distance.Evaluate(free, new PlanarImage(Side, Side)));
    }

    private static CloakOptimizer Optimizer(
        PlanarImage image, float bound, bool isGreyscale = false, PerceptualHinge? hinge = null, PlanarImage? target = null)
    {
        var bounds = Enumerable.Repeat(bound, Side * Side).ToArray();
        var ones = Enumerable.Repeat(1f, Side * Side).ToArray();
        var budget = new WindowBudget(TestTensors.Map(image, (value, _) => value * 255), bounds, ones, ones, bound);
        return new CloakOptimizer(image, budget, hinge, isGreyscale, target);
    }

    private sealed class QuadraticObjective(PlanarImage optimum, float weight = 1) : ICloakObjective
    {
        public double Evaluate(PlanarImage image, PlanarImage gradient, CancellationToken cancellationToken)
        {
            for (var i = 0; i < image.Values.Length; i++)
            {
                gradient.Values[i] = 2 * weight * (image.Values[i] - optimum.Values[i]);
            }

            return gradient.Values.Sum(value => value * value / 4);
        }
    }
}
