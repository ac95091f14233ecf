namespace Glaze.Cloaking.Optimization;

/// <summary>Step sizes of <see cref="CloakOptimizer"/>.</summary>
/// <param name="StepCount">Number of optimiser steps, 0 or more.</param>
/// <param name="FirstStep">Length of the first step as a share of the ball's radius.</param>
/// <param name="Momentum">Share of the previous direction kept, 0..1 (momentum iterative method, arXiv 1710.06081, eq. 6).</param>
internal sealed record OptimizerSchedule(int StepCount, double FirstStep = 0.3, double Momentum = 0.8)
{
    // With few steps each must count.
    private double LastStep => Math.Clamp(0.5 / Math.Max(1, StepCount), 0.01, FirstStep);

    /// <summary>Length of a step as a share of the ball's radius: cosine decay from the first to 1 / (2·<see cref="StepCount"/>), at least 0.01.</summary>
    /// <param name="step">Index of the step, from 0.</param>
    /// <returns>The share.</returns>
    public double StepSize(int step)
    {
        var done = StepCount <= 1 ? 0 : step / (double)(StepCount - 1);
        return LastStep + ((FirstStep - LastStep) * 0.5 * (1 + Math.Cos(Math.PI * done)));
    }
}
