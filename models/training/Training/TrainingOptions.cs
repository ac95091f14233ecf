namespace Glaze.Training.Training;

/// <summary>How a student is trained.</summary>
/// <param name="Steps">Number of steps; the rate falls to nothing at the last.</param>
/// <param name="Rate">Highest step size.</param>
/// <param name="ResponseWeight">Weight of the term for movements.</param>
/// <param name="Seed">Chooses first weights and the order of samples.</param>
/// <param name="LogFolder">Where the log goes.</param>
/// <param name="MinutesBetweenEvaluations">How often held-out figures are taken.</param>
internal sealed record TrainingOptions(int Steps, double Rate, double ResponseWeight, int Seed, string LogFolder, double MinutesBetweenEvaluations)
{
    private const int WarmUpSteps = 60;

    /// <summary>The step to stop at for now; the rate goes by <see cref="Steps"/>.</summary>
    public int LastStep { get; init; } = Steps;

    /// <summary>The step size: rises over 60 steps, is held, and falls by a cosine in the last 40 %.</summary>
    public double RateAt(int step)
    {
        var tail = Math.Clamp((step - (0.6 * Steps)) / (0.4 * Steps), 0, 1);
        return Rate * Math.Min(1, (step + 1.0) / WarmUpSteps) * (0.01 + (0.99 * 0.5 * (1 + Math.Cos(Math.PI * tail))));
    }
}
