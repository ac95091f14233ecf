using Glaze.Benchmarks.Protection.Pictures;
using Glaze.Cloaking.Budget;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection.Methods;

/// <summary>
/// Glaze as published (arXiv 2302.04222, eq. 3) with the settings of its public re-implementation: Adam on δ at rate 0.01 of the
/// range [−1, 1], 500 steps, α = 30 on the hinge above p, start uniform within ±p. LPIPS's backbone cannot be had here, so the hinge uses
/// our embedded distance, whose budget is set to the wanted visibility.
/// </summary>
/// <param name="share">Share of the published number of steps to take.</param>
internal sealed class GlazeRecipe(double share) : IPeer
{
    private const float Rate = 0.01f * 127.5f;
    private const double PenaltyWeight = 30;

    public string Name => "Glaze recipe";

    public int Steps { get; } = Math.Max(1, (int)Math.Round(500 * share));

    public float[] Compute(Subject subject, SessionPool sessions, double rms)
    {
        var objective = new EnsembleGradient(subject, sessions);
        var visible = new float[subject.Width * subject.Height];
        Array.Fill(visible, 1f);
        var distance = new PerceptualDistance(visible, subject.Width, subject.Height);
        var random = new Random(2);
        var picture = subject.Image.Values;
        var delta = Enumerable.Range(0, picture.Length).Select(_ => (float)rms * ((2 * random.NextSingle()) - 1)).ToArray();
        var change = new PlanarImage(subject.Width, subject.Height, delta);
        var (gradient, pull) = (new PlanarImage(subject.Width, subject.Height), new PlanarImage(subject.Width, subject.Height));
        var (mean, square) = (new float[delta.Length], new float[delta.Length]);
        var budget = Budget(distance, subject, rms);
        for (var step = 1; step <= Steps; step++)
        {
            objective.Evaluate(subject.Image, change, gradient);
            var over = distance.Evaluate(change, pull) > budget;
            for (var i = 0; i < delta.Length; i++)
            {
                // The gradient of the loss is per unit of the range 0..1, that of the distance per level.
                var slope = gradient.Values[i] + (over ? (float)(PenaltyWeight * 255 * pull.Values[i]) : 0);
                mean[i] = (0.9f * mean[i]) + (0.1f * slope);
                square[i] = (0.999f * square[i]) + (0.001f * slope * slope);
                var corrected = mean[i] / (1 - MathF.Pow(0.9f, step));
                delta[i] -= Rate * corrected / (MathF.Sqrt(square[i] / (1 - MathF.Pow(0.999f, step))) + 1e-12f);
                delta[i] = Math.Clamp(delta[i], -255 * picture[i], 255 * (1 - picture[i]));
            }
        }

        return delta;
    }

    // D of white noise of the wanted visibility.
    private static double Budget(PerceptualDistance distance, Subject subject, double rms)
    {
        var random = new Random(3);
        var noise = subject.Image.Values.Select(_ => random.Next(2) == 0 ? (float)rms : -(float)rms).ToArray();
        return distance.Evaluate(new PlanarImage(subject.Width, subject.Height, noise), new PlanarImage(subject.Width, subject.Height));
    }
}
