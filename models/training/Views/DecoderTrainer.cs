using System.Diagnostics;
using System.Globalization;
using Glaze.Training.Samples;
using Glaze.Training.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Views;

/// <summary>Distils our decoder from what the published one made of the same latents. Can be stopped at any time and goes on from its last checkpoint.</summary>
internal sealed class DecoderTrainer(string folder, DecoderShape shape, TrainingOptions options)
{
    private const double SecondsBetweenSaves = 60;
    private static readonly Dictionary<int, int> PicturesPerStep = new() { [128] = 8, [192] = 4, [256] = 2 };

    private readonly SampleStore _samples = new(folder, DecodedSamples.Shards("train"));
    private readonly DecoderState _state = new(folder, shape, options.Seed);

    /// <summary>Trains for the planned number of steps, or until cancelled.</summary>
    public void Run(CancellationToken cancellation)
    {
        var (clock, saved, running) = (Stopwatch.StartNew(), 0.0, 0.0);
        for (_samples.Refresh(); _state.Step < options.LastStep && !cancellation.IsCancellationRequested;)
        {
            var loss = Step();
            running = running == 0 ? loss : (0.97 * running) + (0.03 * loss);
            if (_state.Step % 50 == 0)
            {
                _samples.Refresh();
                Say($"{clock.Elapsed.TotalMinutes:F1} min, step {_state.Step}, {_samples.Count} pictures: loss {running:F4}");
            }

            if (clock.Elapsed.TotalSeconds - saved > SecondsBetweenSaves)
            {
                saved = clock.Elapsed.TotalSeconds;
                _state.Save();
            }

            if (_state.Step % 500 == 0)
            {
                Evaluate();
            }
        }

        _state.Save();
        Evaluate();
    }

    private float Step()
    {
        using var scope = NewDisposeScope();
        var random = new Random(StepSeed.Of(options.Seed, _state.Step));
        var sides = _samples.Sizes.Keys.Order().ToArray();
        var side = random.NextDouble() < 0.6 ? sides[0] : sides[random.Next(sides.Length)];
        var rows = _samples.Rows(side, [.. Enumerable.Range(0, PicturesPerStep[side]).Select(_ => random.Next(_samples.Sizes[side]))]);
        var difference = _state.Decoder.Decode(rows["z"]) - rows["x"];
        var loss = ((difference.square() + 4e-4).sqrt() - 0.02).mean();
        loss.backward();
        _state.Update(options.RateAt(_state.Step));
        return loss.item<float>();
    }

    private void Evaluate()
    {
        var held = new SampleStore(folder, DecodedSamples.Shards("held"));
        held.Refresh();
        var ratios = held.Sizes.SelectMany(size => Enumerable.Range(0, size.Value).Select(row => Ratio(held.Rows(size.Key, [row])))).ToList();
        if (ratios.Count > 0)
        {
            Say($"step {_state.Step}: held-out PSNR against the published decoder: mean {ratios.Average():F2} dB, least {ratios.Min():F2} dB, {ratios.Count} pictures");
        }
    }

    private double Ratio(Dictionary<string, Tensor> rows)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        return -10 * Math.Log10((_state.Average.Decode(rows["z"]).clamp(0, 1) - rows["x"]).square().mean().item<float>() + 1e-10);
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
