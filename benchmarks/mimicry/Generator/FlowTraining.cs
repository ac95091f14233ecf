using System.Diagnostics;
using System.Globalization;
using Glaze.Benchmarks.Mimicry.Latents;
using Glaze.Training.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Benchmarks.Mimicry.Generator;

/// <summary>Trains a generator on crops of latents. A stopped run goes on from its last checkpoint, two minutes old at most.</summary>
/// <param name="plan">How.</param>
/// <param name="checkpoint">The checkpoint's file; null keeps none.</param>
internal sealed class FlowTraining(FlowPlan plan, string? checkpoint)
{
    private const double SecondsBetweenSaves = 120;
    private const int StepsBetweenReports = 50;

    /// <summary>Trains to the last step, or until cancelled.</summary>
    /// <param name="start">The weights to start from; they are changed.</param>
    /// <param name="crops">Draws latents of mean 0 and deviation 1.</param>
    /// <param name="what">Named in reports.</param>
    /// <param name="cancellation">Stops after the step under way, with a checkpoint.</param>
    /// <returns>The averaged generator, and the running loss.</returns>
    public (FlowNet Net, double Loss) Run(FlowNet start, CropBatch crops, string what, CancellationToken cancellation)
    {
        var state = new FlowState(start, plan.Keep);
        if (checkpoint is not null && File.Exists(checkpoint))
        {
            state.Load(checkpoint);
        }

        var (clock, saved, loss, before) = (Stopwatch.StartNew(), 0.0, double.NaN, state.Step);
        while (state.Step < plan.Steps && !cancellation.IsCancellationRequested)
        {
            var now = Step(state, crops);
            loss = double.IsNaN(loss) ? now : (0.98 * loss) + (0.02 * now);
            if (state.Step % StepsBetweenReports == 0)
            {
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: step {state.Step} of {plan.Steps}, loss {loss:F3}, {(state.Step - before) / clock.Elapsed.TotalSeconds:F2} steps/s"));
            }

            if (clock.Elapsed.TotalSeconds - saved > SecondsBetweenSaves)
            {
                saved = clock.Elapsed.TotalSeconds;
                Save(state);
            }
        }

        Save(state);
        cancellation.ThrowIfCancellationRequested();
        return (state.Average, loss);
    }

    private double Step(FlowState state, CropBatch crops)
    {
        using var scope = NewDisposeScope();
        var seed = StepSeed.Of(plan.Seed, state.Step);
        var latents = crops.Draw(new Random(seed), plan.Batch);
        var loss = RectifiedFlow.Loss(state.Net, latents, new torch.Generator((ulong)seed));
        loss.backward();
        state.Update(plan.RateAt(state.Step));
        return loss.item<float>();
    }

    private void Save(FlowState state)
    {
        if (checkpoint is not null)
        {
            state.Save(checkpoint);
        }
    }
}
