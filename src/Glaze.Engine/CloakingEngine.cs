using Glaze.Cloaking;
using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Objectives;
using Glaze.Inference;

namespace Glaze.Engine;

/// <summary>Runs jobs on the device that works, keeping its sessions warm; moves to the next device when one is lost.</summary>
internal sealed class CloakingEngine : IDisposable
{
    private readonly ModelCatalog _models;
    private readonly Func<SessionModel, ExecutionProvider?, SessionSettings, ProviderSelection> _select;
    private SessionPool? _pool;
    private (object Ensemble, DeviceChoice Choice)? _key;
    private IReadOnlyList<ProviderFailure> _failures = [];

    public CloakingEngine(ModelCatalog models)
        : this(models, new ProviderSelector().Select)
    {
    }

    internal CloakingEngine(ModelCatalog models, Func<SessionModel, ExecutionProvider?, SessionSettings, ProviderSelection> select)
    {
        _models = models;
        _select = select;
    }

    /// <summary>The device of the last job.</summary>
    public DeviceUsed? Device { get; private set; }

    /// <summary>Runs work over warm sessions of the named surrogates; once more on the next device each time one is lost.</summary>
    /// <exception cref="ProviderLostException">The last device was lost too.</exception>
    public T Run<T>(IReadOnlyList<string> surrogates, DeviceChoice choice, Func<SessionPool, T> work) =>
        Run(string.Join(",", surrogates), () => _models.Ensemble(surrogates), choice, work);

    /// <summary>The same over encoders that need not be installed.</summary>
    /// <exception cref="ProviderLostException">The last device was lost too.</exception>
    public T Run<T>(SurrogateEnsemble ensemble, DeviceChoice choice, Func<SessionPool, T> work) => Run(ensemble, () => ensemble, choice, work);

    /// <summary>Closes the warm sessions, because the models behind them have changed.</summary>
    public void Forget()
    {
        _pool?.Dispose();
        _pool = null;
    }

    public void Dispose() => _pool?.Dispose();

    private T Run<T>(object name, Func<SurrogateEnsemble> ensemble, DeviceChoice choice, Func<SessionPool, T> work)
    {
        var pool = Pool(name, ensemble, choice);
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
                pool = Start(ensemble(), choice with { Wanted = next });
            }
        }
    }

    private SessionPool Pool(object name, Func<SurrogateEnsemble> ensemble, DeviceChoice choice)
    {
        if (_pool is null || _key is not { } key || !key.Ensemble.Equals(name) || key.Choice != choice)
        {
            _failures = [];
            _pool = Start(ensemble(), choice);
            _key = (name, choice);
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
        var selection = _select(LatentGraphs.Objective(ensemble.Encoders[^1], side, side), choice.Wanted, settings);
        var provider = selection.Session.Settings.Provider;
        selection.Session.Dispose();
        _failures = [.. _failures, .. selection.Failures];
        Device = new DeviceUsed(provider, DeviceNames.Of(provider, choice.AdapterIndex), _failures);
        settings = settings with { Provider = provider };
        return _pool = new SessionPool(ensemble, settings, _models.Perceptual, HalfPrecisionCheck.Choose(ensemble, settings));
    }
}
