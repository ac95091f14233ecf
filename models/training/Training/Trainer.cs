using System.Diagnostics;
using System.Globalization;
using Glaze.Training.Nets;
using Glaze.Training.Samples;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Training;

/// <summary>
/// Distils one student from the samples made so far. Can be stopped at any time and goes on from its last checkpoint, at most three minutes
/// old; what is kept is the average of the weights.
/// </summary>
internal sealed class Trainer
{
    private const double Seconds = 150;
    private const double HintWeight = 0.5;
    private static readonly Dictionary<int, int> PairsPerStep = new() { [128] = 4, [192] = 2, [256] = 1 };

    private readonly string _folder;
    private readonly TrainingOptions _options;
    private readonly SampleStore _samples;
    private readonly Losses _losses;
    private readonly Statistics _statistics;
    private readonly TrainingState _state;
    private readonly double[] _running = new double[3];

    /// <summary>Prepares a training run, or goes on with one.</summary>
    public Trainer(string folder, string student, TrainingOptions options)
    {
        (_folder, _options) = (folder, options);
        _samples = new SampleStore(folder, "train");
        _statistics = Statistics.Read(folder);
        _losses = new Losses(_statistics);
        _state = TrainingState.Open(folder, StudentShape.Of(student), _statistics, options.Seed);
    }

    /// <summary>Trains for the planned number of steps, or until cancelled.</summary>
    public void Run(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var (saved, logged, pairs, before) = (0.0, 0.0, 0, _state.Minutes);
        for (_samples.Refresh(); _state.Step < _options.LastStep && !cancellation.IsCancellationRequested;)
        {
            pairs += Step();
            _state.Minutes = before + clock.Elapsed.TotalMinutes;
            if (_state.Step % 50 == 0)
            {
                _samples.Refresh();
                Report(pairs / clock.Elapsed.TotalSeconds);
            }

            if (clock.Elapsed.TotalSeconds - saved > Seconds)
            {
                saved = clock.Elapsed.TotalSeconds;
                _state.Save();
            }

            if (clock.Elapsed.TotalMinutes - logged > _options.MinutesBetweenEvaluations)
            {
                logged = clock.Elapsed.TotalMinutes;
                Evaluate();
            }
        }

        _state.Save();
        Evaluate();
    }

    private int Step()
    {
        using var scope = NewDisposeScope();
        var random = new Random(StepSeed.Of(_options.Seed, _state.Step));
        var side = Side(random);
        var count = _samples.Sizes[side];
        var rows = _samples.Rows(side, [.. Enumerable.Range(0, PairsPerStep[side]).Select(_ => random.Next(count))]);
        var (latent, hint, response) = _losses.Of(_state.Student, _state.Projection, rows);
        (latent + (HintWeight * hint) + (_options.ResponseWeight * response)).backward();
        _state.Update(_options.RateAt(_state.Step));
        foreach (var (value, i) in new[] { latent, hint, response }.Select((value, i) => (value.item<float>(), i)))
        {
            _running[i] = _state.Step < 50 ? value : (0.98 * _running[i]) + (0.02 * value);
        }

        return PairsPerStep[side];
    }

    // Half of the steps see 128², the others the larger crops, as far as there are any.
    private int Side(Random random)
    {
        var sides = _samples.Sizes.Where(size => size.Value >= 4).Select(size => size.Key).Order().ToArray();
        return random.NextDouble() < 0.6 || sides.Length == 1 ? sides[0] : sides[random.Next(1, sides.Length)];
    }

    private void Report(double speed) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{_state.Minutes:F1} min, step {_state.Step}, {_samples.Count} samples, {speed:F1} pairs/s: latent {_running[0]:F3}, hint {_running[1]:F3}, response {_running[2]:F3}"));

    private void Evaluate()
    {
        var held = new SampleStore(_folder, "held");
        held.Refresh();
        if (held.Count == 0)
        {
            return;
        }

        var figures = HeldOutFigures.Measure(_state.Average, held, _statistics);
        var line = string.Create(CultureInfo.InvariantCulture, $"{_state.Minutes:F1},{_state.Step},{_samples.Count},{_options.RateAt(_state.Step):F6},")
            + string.Join(",", _running.Concat(figures.Determination).Concat(figures.GradientCosine).Concat(figures.ResponseCosine).Select(value => value.ToString("F4", CultureInfo.InvariantCulture)));
        var log = Path.Combine(_options.LogFolder, $"log-{_state.Student.Shape.Name}.csv");
        if (!File.Exists(log))
        {
            var families = Family.All.Select(family => family.Name).ToArray();
            File.WriteAllText(log, "minutes,step,samples,rate,latent,hint,response," + string.Join(",", new[] { "r2", "gradient", "response" }.SelectMany(figure => families.Select(family => $"{figure}.{family}"))) + "\n");
        }

        File.AppendAllText(log, line + "\n");
        Console.WriteLine(line);
    }
}
