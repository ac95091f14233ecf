namespace Glaze.Benchmarks.Mimicry.Generator;

/// <summary>How a generator is trained.</summary>
/// <param name="Steps">Number of steps; the rate falls to nothing at the last.</param>
/// <param name="Batch">Latents a step.</param>
/// <param name="Rate">Highest step size.</param>
/// <param name="Keep">Share of the average that each step keeps.</param>
/// <param name="Seed">Chooses crops, noise and times.</param>
internal sealed record FlowPlan(int Steps, int Batch, double Rate, double Keep, int Seed)
{
    private const int WarmUpSteps = 40;

    /// <summary>The step size: rises over 40 steps, is held, and falls by a cosine in the last half.</summary>
    public double RateAt(int step)
    {
        var tail = Math.Clamp((step - (0.5 * Steps)) / (0.5 * Steps), 0, 1);
        return Rate * Math.Min(1, (step + 1.0) / WarmUpSteps) * (0.02 + (0.98 * 0.5 * (1 + Math.Cos(Math.PI * tail))));
    }
}
