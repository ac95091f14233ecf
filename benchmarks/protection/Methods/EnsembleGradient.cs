using Glaze.Benchmarks.Protection.Pictures;
using Glaze.Cloaking.Objectives;

namespace Glaze.Benchmarks.Protection.Methods;

/// <summary>The targeted latent loss that the peers share: the mean over encoders of the normalised squared distance, with its gradient.</summary>
internal sealed class EnsembleGradient
{
    private readonly List<LatentObjective> _objectives;
    private readonly float[] _part;

    public EnsembleGradient(Subject subject, SessionPool sessions)
    {
        _part = new float[subject.Values.Length];
        _objectives = sessions.Ensemble.Encoders
            .Select(encoder => sessions.Objective(
                encoder, subject.Values, subject.Target.Values, subject.Height, subject.Width, CancellationToken.None))
            .ToList();
    }

    /// <summary>Evaluates loss and gradient at x + δ, δ in levels.</summary>
    public double Evaluate(float[] image, float[] delta, float[] gradient)
    {
        var cloaked = new float[image.Length];
        for (var i = 0; i < image.Length; i++)
        {
            cloaked[i] = image[i] + (delta[i] / 255);
        }

        Array.Clear(gradient);
        var loss = 0.0;
        foreach (var objective in _objectives)
        {
            loss += objective.Evaluate(cloaked, _part, CancellationToken.None) / _objectives.Count;
            for (var i = 0; i < gradient.Length; i++)
            {
                gradient[i] += _part[i] / _objectives.Count;
            }
        }

        return loss;
    }
}
