using Glaze.Benchmarks.Protection.Pictures;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection.Methods;

/// <summary>
/// The peers that take signed gradient steps within an L∞ bound, from their published descriptions; all pull toward our target, since
/// that is what is measured. The bound is the one at which they are about as visible as we are.
/// </summary>
/// <param name="name">What tables call it.</param>
/// <param name="steps">Number of steps.</param>
/// <param name="stepSize">Length of a step as a share of the bound, by the share of steps done.</param>
/// <param name="randomStart">Whether δ starts uniformly random.</param>
internal sealed class SignedDescent(string name, int steps, Func<double, double> stepSize, bool randomStart) : IPeer
{
    public string Name => name;

    public int Steps => steps;

    /// <summary>PhotoGuard's encoder attack (arXiv 2302.06588): 1000 steps, decaying linearly from a third of the bound to a hundredth of that.</summary>
    public static SignedDescent PhotoGuard(double share) =>
        new("PhotoGuard", Count(1000, share), done => 0.02 / 0.06 * (1 - (0.99 * done)), randomStart: true);

    /// <summary>Nightshade's schedule (arXiv 2310.13828): 500 steps, decaying linearly from the bound to a hundredth of it.</summary>
    public static SignedDescent Nightshade(double share) =>
        new("Nightshade", Count(500, share), done => 1 - (0.99 * done), randomStart: false);

    /// <summary>Mist's textural mode (arXiv 2305.12683): 100 steps of a sixteenth of the bound from a random start.</summary>
    public static SignedDescent Mist(double share) => new("Mist", Count(100, Math.Max(share, 1)), _ => 1 / 16.0, randomStart: true);

    public float[] Compute(Subject subject, SessionPool sessions, double rms)
    {
        var bound = (float)(1.1 * rms);
        var objective = new EnsembleGradient(subject, sessions);
        var random = new Random(2);
        var delta = new PlanarImage(subject.Width, subject.Height);
        var gradient = new PlanarImage(subject.Width, subject.Height);
        for (var i = 0; randomStart && i < delta.Values.Length; i++)
        {
            delta.Values[i] = bound * ((2 * random.NextSingle()) - 1);
        }

        for (var step = 0; step < steps; step++)
        {
            objective.Evaluate(subject.Image, delta, gradient);
            var length = bound * (float)stepSize(step / Math.Max(1.0, steps - 1));
            for (var i = 0; i < delta.Values.Length; i++)
            {
                delta.Values[i] = Math.Clamp(delta.Values[i] - (length * Math.Sign(gradient.Values[i])), -bound, bound);
            }
        }

        return delta.Values;
    }

    private static int Count(int steps, double share) => Math.Max(1, (int)Math.Round(steps * share));
}
