using Glaze.Cloaking.Budget;
using Glaze.Cloaking.Objectives;
using Glaze.Cloaking.Optimization;

namespace Glaze.Cloaking.Tests.Optimization;

public sealed class CloakOptimizerTests
{
    private const int Side = 12;
    private const int Count = 3 * Side * Side;

    [Fact]
    public void Run_Quadratic_ReachesTheNearestPointOfTheBudget()
    {
        var image = Enumerable.Repeat(0.5f, Count).ToArray();
        var objective = new QuadraticObjective(image.Select((value, i) => value + ((i % 2 == 0 ? 1f : -1f) * 2 / 255)).ToArray());
        var delta = new float[Count];

        Optimizer(image, bound: 6).Run(delta, _ => objective, new OptimizerSchedule(60), null, CancellationToken.None);

        // The optimum ±2 lies inside the budget; the last steps go 3 % of the way to the bound.
        delta.Select((value, i) => Math.Abs((double)value - (i % 2 == 0 ? 2 : -2))).Largest().ShouldBeLessThan(0.7);
    }

    [Fact]
    public void Run_SameGradientEverywhere_ReachesTheSurfaceOfTheBall()
    {
        var image = Enumerable.Repeat(0.5f, Count).ToArray();
        var objective = new QuadraticObjective(image.Select(value => value + (400 / 255f)).ToArray());
        var delta = new float[Count];

        Optimizer(image, bound: 10).Run(delta, _ => objective, new OptimizerSchedule(30), null, CancellationToken.None);

        // V = 0.275 · 10 levels of grey change.
        delta.Min().ShouldBe(2.75f, 0.01);
        delta.Max().ShouldBe(2.75f, 0.01);
    }

    [Fact]
    public void Run_OutlyingGradient_StopsAtTheBound()
    {
        var image = Enumerable.Repeat(0.5f, Count).ToArray();
        var pulls = image.Select((value, i) => value + ((i % (Side * Side) == 0 ? 4000f : 2f) / 255)).ToArray();
        var delta = new float[Count];

        Optimizer(image, bound: 6).Run(delta, _ => new QuadraticObjective(pulls), new OptimizerSchedule(60), null, CancellationToken.None);

        delta[0].ShouldBe(6, 0.2);
    }

    [Fact]
    public void Run_NoGradient_IsPulledTowardTheTarget()
    {
        var image = Enumerable.Repeat(0.5f, Count).ToArray();
        var target = image.Select((value, i) => value + (i % 2 == 0 ? 0.1f : -0.1f)).ToArray();
        var delta = new float[Count];

        Optimizer(image, bound: 8, target: target).Run(delta, _ => new QuadraticObjective(image, weight: 0), new OptimizerSchedule(10), null, CancellationToken.None);

        delta.Where((_, i) => i % 2 == 0).ShouldAllBe(value => value > 0.5);
        delta.Where((_, i) => i % 2 == 1).ShouldAllBe(value => value < -0.5);
    }

    [Fact]
    public void Run_WeakGradientBesideStrong_MovesLessThere()
    {
        var image = Enumerable.Repeat(0.5f, Count).ToArray();
        var pulls = image.Select((value, i) => value + ((i % 8 == 0 ? 400f : 20f) / 255)).ToArray();
        var delta = new float[Count];

        Optimizer(image, bound: 6).Run(delta, _ => new QuadraticObjective(pulls), new OptimizerSchedule(30), null, CancellationToken.None);

        delta.Where((_, i) => i % 8 == 0).Average().ShouldBeGreaterThan(2 * delta.Where((_, i) => i % 8 != 0).Average());
        delta.ShouldAllBe(value => value > 0);
    }

    [Fact]
    public void Run_Greyscale_MovesAllChannelsAlike()
    {
        var image = Enumerable.Repeat(0.5f, Count).ToArray();
        var objective = new QuadraticObjective(TestTensors.Normal(Count, 4));
        var delta = new float[Count];

        Optimizer(image, bound: 6, isGreyscale: true).Run(delta, _ => objective, new OptimizerSchedule(10), null, CancellationToken.None);

        delta.Average(value => Math.Abs((double)value)).ShouldBeGreaterThan(0.1);
        delta.Take(Side * Side).ShouldBe(delta.Skip(Side * Side).Take(Side * Side));
        delta.Take(Side * Side).ShouldBe(delta.Skip(2 * Side * Side));
    }

    [Fact]
    public void Run_Cancelled_StopsBeforeTheNextStep()
    {
        using var source = new CancellationTokenSource();
        var image = Enumerable.Repeat(0.5f, Count).ToArray();
        var objective = new QuadraticObjective(image);
        var steps = 0;

        Should.Throw<OperationCanceledException>(() => Optimizer(image, bound: 6).Run(
            new float[Count],
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
        var image = Enumerable.Repeat(0.5f, Count).ToArray();
        var objective = new QuadraticObjective(image.Select(value => value + (20 / 255f)).ToArray());
        var distance = new PerceptualDistance(new float[Side * Side], Side, Side);
        var free = new float[Count];
        var held = new float[Count];

        Optimizer(image, bound: 6).Run(free, _ => objective, new OptimizerSchedule(30), null, CancellationToken.None);
        Optimizer(image, bound: 6, hinge: new PerceptualHinge(distance, 0.05)).Run(held, _ => objective, new OptimizerSchedule(30), null, CancellationToken.None);

        distance.Evaluate(held, new float[Count]).ShouldBeLessThan(0.75 * distance.Evaluate(free, new float[Count]));
    }

    private static CloakOptimizer Optimizer(float[] image, float bound, bool isGreyscale = false, PerceptualHinge? hinge = null, float[]? target = null)
    {
        var bounds = Enumerable.Repeat(bound, Side * Side).ToArray();
        var ones = Enumerable.Repeat(1f, Side * Side).ToArray();
        var budget = new WindowBudget(Side, Side, bounds, image.Select(value => value * 255).ToArray(), ones, ones, bound);
        return new CloakOptimizer(image, budget, hinge, isGreyscale, target);
    }

    private sealed class QuadraticObjective(float[] optimum, float weight = 1) : ICloakObjective
    {
        public double Evaluate(float[] image, float[] gradient, CancellationToken cancellationToken)
        {
            for (var i = 0; i < image.Length; i++)
            {
                gradient[i] = 2 * weight * (image[i] - optimum[i]);
            }

            return gradient.Sum(value => value * value / 4);
        }
    }
}
