using Glaze.Benchmarks.Protection.Pictures;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection.Methods;

/// <summary>The targeted latent loss that the peers share: the mean over encoders of the normalised squared distance, with its gradient.</summary>
internal sealed class EnsembleGradient
{
    private readonly List<LatentObjective> _objectives;
    private readonly PlanarImage _part;

    public EnsembleGradient(Subject subject, SessionPool sessions)
    {
        _part = new PlanarImage(subject.Width, subject.Height);
        _objectives = sessions.Ensemble.Encoders
            .Select(encoder => sessions.Objective(encoder, subject.Image, subject.Target, CancellationToken.None))
            .ToList();
    }

    /// <summary>Evaluates loss and gradient at x + δ, δ in levels.</summary>
    public double Evaluate(PlanarImage image, PlanarImage delta, PlanarImage gradient)
    {
        var cloaked = new PlanarImage(image.Width, image.Height);
        for (var i = 0; i < image.Values.Length; i++)
        {
            cloaked.Values[i] = image.Values[i] + (delta.Values[i] / 255);
        }

        Array.Clear(gradient.Values);
        var loss = 0.0;
        foreach (var objective in _objectives)
        {
            loss += objective.Evaluate(cloaked, _part, CancellationToken.None) / _objectives.Count;
            for (var i = 0; i < gradient.Values.Length; i++)
            {
                gradient.Values[i] += _part.Values[i] / _objectives.Count;
            }
        }

        return loss;
    }
}
