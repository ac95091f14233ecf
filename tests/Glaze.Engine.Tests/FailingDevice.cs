using Glaze.Inference;
using Glaze.Inference.Selection;

namespace Glaze.Engine.Tests;

/// <summary>A graphics device that is the processor underneath, until it fails at one of its sessions or steps, counted from 1.</summary>
internal sealed class FailingDevice(int failsAtOpening, int failsAtStep, Func<Exception> failure)
{
    private int _openings;
    private int _steps;

    /// <summary>Chooses this device first, and has no WebGPU.</summary>
    public ProviderSelector Selector => new(Open, provider => provider == ExecutionProvider.WebGpu
        ? new ProviderFailure(provider, ProviderFailureCause.NoAdapter, "WebGPU was not tried: no graphics adapter was found.")
        : null);

    /// <summary>Opens sessions of this device, and of the processor as they are.</summary>
    public ModelSession Open(SessionModel model, SessionSettings settings)
    {
        if (settings.Provider != ExecutionProvider.DirectMl)
        {
            return ModelSession.Create(model, settings);
        }

        return Interlocked.Increment(ref _openings) == failsAtOpening
            ? throw failure()
            : new Session(this, ModelSession.Create(model, settings with { Provider = ExecutionProvider.Cpu }), settings);
    }

    private void Step()
    {
        if (Interlocked.Increment(ref _steps) == failsAtStep)
        {
            throw failure();
        }
    }

    private sealed class Session(FailingDevice device, ModelSession inner, SessionSettings settings) : ModelSession(settings, inner.Inputs, inner.Outputs)
    {
        protected override void Compute(
            IReadOnlyDictionary<string, float[]> inputs, IReadOnlyDictionary<string, float[]> outputs, CancellationToken cancellationToken)
        {
            device.Step();
            inner.Run(inputs, outputs, cancellationToken);
        }

        protected override void Release() => inner.Dispose();
    }
}
