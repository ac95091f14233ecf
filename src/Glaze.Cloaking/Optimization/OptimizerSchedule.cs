namespace Glaze.Cloaking.Optimization;

/// <summary>Step sizes of <see cref="CloakOptimizer"/>.</summary>
/// <param name="StepCount">Number of optimiser steps, 0 or more.</param>
/// <param name="FirstStep">Length of the first step as a share of the way.</param>
/// <param name="LastStep">Length of the last step as a share of the way; between them a cosine.</param>
/// <param name="Momentum">Share of the previous direction kept, 0..1 (momentum iterative method, arXiv 1710.06081, eq. 6).</param>
public sealed record OptimizerSchedule(int StepCount, double FirstStep = 0.3, double LastStep = 0.03, double Momentum = 0.8)
{
    /// <summary>Length of a step as a share of the way: cosine decay from first to last.</summary>
    /// <param name="step">Index of the step, from 0.</param>
    /// <returns>The share.</returns>
    public double StepSize(int step)
    {
        var done = StepCount <= 1 ? 0 : step / (double)(StepCount - 1);
        return LastStep + ((FirstStep - LastStep) * 0.5 * (1 + Math.Cos(Math.PI * done)));
    }
}
