using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Transforms;

namespace Glaze.Cloaking.Objectives;

/// <summary>
/// Chooses what each optimiser step looks at: one encoder of the ensemble in turn, through a random transform. Over the steps this is
/// the expectation over encoders and transforms, at the cost of one encoder a step. All windows of a canvas draw alike, so that neighbours agree.
/// </summary>
internal sealed class ViewSchedule
{
    // Passes of the bilateral filter: one at half resolution reaches as far as four at full.
    private const int MostPasses = 6;
    private const int MostPassesAtHalf = 2;

    private readonly SessionPool _sessions;
    private readonly float[] _image;
    private readonly float[] _target;
    private readonly int _height;
    private readonly int _width;
    private readonly int _viewHeight;
    private readonly int _viewWidth;
    private readonly ResizeTransform? _halving;
    private readonly RandomTransform _draws;
    private readonly Dictionary<SurrogateEncoder, LatentObjective> _objectives = [];

    public ViewSchedule(SessionPool sessions, float[] image, float[] target, int height, int width, bool atHalf, int seed)
    {
        _sessions = sessions;
        _height = height;
        _width = width;
        (_viewHeight, _viewWidth) = atHalf ? (height / 2, width / 2) : (height, width);
        _halving = atHalf ? new ResizeTransform(height, width, _viewHeight, _viewWidth) : null;
        _image = _halving?.Apply(image) ?? image;
        _target = _halving?.Apply(target) ?? target;
        _draws = new RandomTransform(_viewHeight, _viewWidth, seed, atHalf ? MostPassesAtHalf : MostPasses);
    }

    /// <summary>The objective of a step.</summary>
    public ICloakObjective ForStep(int step, CancellationToken cancellationToken)
    {
        var encoders = _sessions.Ensemble.Encoders;
        var draw = _draws.ForStep(step);
        IImageTransform view = _halving is null ? draw : new ComposedTransform(_halving, draw);
        return new TransformedObjective(Objective(encoders[step % encoders.Count], cancellationToken), view, _height, _width);
    }

    private LatentObjective Objective(SurrogateEncoder encoder, CancellationToken cancellationToken)
    {
        if (!_objectives.TryGetValue(encoder, out var objective))
        {
            objective = _sessions.Objective(encoder, _image, _target, _viewHeight, _viewWidth, cancellationToken);
            _objectives.Add(encoder, objective);
        }

        return objective;
    }
}
