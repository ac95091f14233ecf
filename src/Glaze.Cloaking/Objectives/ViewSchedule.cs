using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Transforms;
using Glaze.Imaging;

namespace Glaze.Cloaking.Objectives;

/// <summary>
/// Chooses what each optimiser step looks at: one encoder of the ensemble in turn, at full or half resolution, through a random
/// transform and a little fresh noise, which smooths the encoder. Over the steps this is the expectation over encoders, scales and transforms, at the cost of one encoder a step.
/// All windows of a canvas draw alike, so that neighbours agree.
/// </summary>
internal sealed class ViewSchedule
{
    // Passes of the bilateral filter: one at half resolution reaches as far as four at full.
    private const int MostPasses = 6;
    private const int MostPassesAtHalf = 2;

    // Little noise keeps the encoder's finer gradients; each encoder's every fourth view has much, so that the cloak survives it.
    private const double LittleNoise = 0.01;
    private const double MuchNoise = 0.05;
    private const int MuchNoiseEvery = 4;

    private readonly SessionPool _sessions;
    private readonly PlanarImage _image;
    private readonly PlanarImage _target;
    private readonly double _fullShare;
    private readonly ResizeTransform _halving;
    private readonly RandomTransform _fullDraws;
    private readonly RandomTransform _halfDraws;
    private readonly FamilyBalance _balance = new();
    private readonly int _seed;
    private readonly Dictionary<(SurrogateEncoder Encoder, bool Full), LatentObjective> _objectives = [];

    public ViewSchedule(SessionPool sessions, PlanarImage image, PlanarImage target, double fullShare, int seed)
    {
        _sessions = sessions;
        _image = image;
        _target = target;
        _fullShare = fullShare;
        _seed = seed;
        _halving = new ResizeTransform(image.Width, image.Height, image.Width / 2, image.Height / 2);
        _fullDraws = new RandomTransform(image.Width, image.Height, seed, MostPasses);
        _halfDraws = new RandomTransform(image.Width / 2, image.Height / 2, seed, MostPassesAtHalf);
    }

    /// <summary>The share of the direction before that a step keeps: long enough that every encoder is remembered until its next turn.</summary>
    public double Memory => _sessions.Ensemble.Turns.Count <= 2 ? 0.8 : 0.9;

    /// <summary>The objective of a step.</summary>
    public ICloakObjective ForStep(int step, CancellationToken cancellationToken)
    {
        var turns = _sessions.Ensemble.Turns;
        var round = step / turns.Count;
        var isFull = Math.Floor((round + 1) * _fullShare) > Math.Floor(round * _fullShare);
        var objective = Objective(turns[step % turns.Count].Guide, isFull, cancellationToken);
        IImageTransform view = isFull ? _fullDraws.ForStep(step) : new ComposedTransform(_halving, _halfDraws.ForStep(step));
        var noise = new NoiseTransform(NoiseSigma(step, turns.Count), unchecked((_seed * 31) + step));
        return new TransformedObjective(objective, new ComposedTransform(view, noise));
    }

    /// <summary>Deviation of a step's noise, the picture being 0..1.</summary>
    /// <param name="step">Index of the step, from 0.</param>
    /// <param name="turns">Number of turns in a round of the encoders.</param>
    internal static double NoiseSigma(int step, int turns) =>
        ((step / turns) + (step % turns)) % MuchNoiseEvery == 1 ? MuchNoise : LittleNoise;

    private LatentObjective Objective(SurrogateEncoder encoder, bool isFull, CancellationToken cancellationToken)
    {
        if (!_objectives.TryGetValue((encoder, isFull), out var objective))
        {
            objective = isFull
                ? _sessions.Objective(encoder, _image, _target, _balance, cancellationToken)
                : _sessions.Objective(encoder, _halving.Apply(_image), _halving.Apply(_target), _balance, cancellationToken);
            _objectives.Add((encoder, isFull), objective);
        }

        return objective;
    }
}
