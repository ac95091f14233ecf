using Glaze.Cloaking;
using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Objectives;
using Glaze.Inference;
using Glaze.Onnx;

namespace Glaze.Engine;

/// <summary>Runs jobs on the device that works, keeping its sessions warm; moves to the next device when one is lost.</summary>
internal sealed class CloakingEngine : IDisposable
{
    private readonly ModelCatalog _models;
    private readonly Func<byte[], ExecutionProvider?, SessionSettings, ProviderSelection> _select;
    private SessionPool? _pool;
    private (string Surrogates, DeviceChoice Choice)? _key;
    private IReadOnlyList<ProviderFailure> _failures = [];

    public CloakingEngine(ModelCatalog models)
        : this(models, new ProviderSelector().Select)
    {
    }

    internal CloakingEngine(ModelCatalog models, Func<byte[], ExecutionProvider?, SessionSettings, ProviderSelection> select)
    {
        _models = models;
        _select = select;
    }

    /// <summary>The device of the last job.</summary>
    public DeviceUsed? Device { get; private set; }

    /// <summary>Runs work over warm sessions of the named surrogates; once more on the next device each time one is lost.</summary>
    /// <exception cref="ProviderLostException">The last device was lost too.</exception>
    public T Run<T>(IReadOnlyList<string> surrogates, DeviceChoice choice, Func<SessionPool, T> work)
    {
        var pool = Pool(surrogates, choice);
        while (true)
        {
            try
            {
                return work(pool);
            }
            catch (ProviderLostException lost) when (lost.Provider != ExecutionProvider.Cpu)
            {
                var next = ProviderSelector.After(lost.Provider)[0];
                _failures = [.. _failures, new ProviderFailure(lost.Provider, lost.Message)];
                pool = Start(_models.Ensemble(surrogates), choice with { Wanted = next });
            }
        }
    }

    public void Dispose() => _pool?.Dispose();

    private SessionPool Pool(IReadOnlyList<string> surrogates, DeviceChoice choice)
    {
        var key = (string.Join(",", surrogates), choice);
        if (_pool is null || _key != key)
        {
            _failures = [];
            _pool = Start(_models.Ensemble(surrogates), choice);
            _key = key;
        }

        return _pool;
    }

    // The proof that a device works is a small real objective, not its presence.
    private SessionPool Start(SurrogateEnsemble ensemble, DeviceChoice choice)
    {
        _pool?.Dispose();
        _pool = null;
        var settings = new SessionSettings(ExecutionProvider.Cpu, choice.Threads, choice.AdapterIndex);
        var side = 8 * ensemble.Alignment;
        var selection = _select(OnnxModelWriter.Write(LatentGraphs.LossAndGradient(ensemble.Encoders[^1], side, side)), choice.Wanted, settings);
        var provider = selection.Session.Settings.Provider;
        selection.Session.Dispose();
        _failures = [.. _failures, .. selection.Failures];
        Device = new DeviceUsed(provider, DeviceNames.Of(provider, choice.AdapterIndex), _failures);
        return _pool = new SessionPool(ensemble, settings with { Provider = provider }, _models.Perceptual);
    }
}
