using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Objectives;
using Glaze.Engine.Models;
using Glaze.Imaging;
using Glaze.Inference;
using Glaze.Inference.Selection;

namespace Glaze.Engine.Jobs;

/// <summary>Runs jobs on the device that works, keeping its sessions warm; moves to the next device when one fails.</summary>
internal sealed class CloakingEngine : IDisposable
{
    private readonly ModelCatalog _models;
    private readonly ProviderSelector _selector;
    private readonly SessionOpener _open;
    private SessionPool? _pool;
    private (object Ensemble, DeviceChoice Choice)? _key;
    private IReadOnlyList<ProviderFailure> _failures = [];

    public CloakingEngine(ModelCatalog models)
        : this(models, new ProviderSelector(), ModelSession.Create)
    {
    }

    internal CloakingEngine(ModelCatalog models, ProviderSelector selector, SessionOpener open)
    {
        _models = models;
        _selector = selector;
        _open = open;
    }

    /// <summary>The device of the last job.</summary>
    public DeviceUsed? Device { get; private set; }

    /// <summary>
    /// Runs work over warm sessions of the named surrogates; once more on the next device each time one cannot load it, runs out of memory
    /// or is lost. Loops of our own keep to the threads of the choice.
    /// </summary>
    /// <exception cref="ProviderException">The last device, the processor, failed too.</exception>
    public T Run<T>(IReadOnlyList<string> surrogates, DeviceChoice choice, Func<SessionPool, T> work) =>
        Run(string.Join(",", surrogates), () => _models.Ensemble(surrogates), choice, work);

    /// <summary>The same over encoders that need not be installed.</summary>
    /// <exception cref="ProviderException">The last device, the processor, failed too.</exception>
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
        using var threads = WorkThreads.Limit(choice.Threads);
        var pool = Pool(name, ensemble, choice);
        while (true)
        {
            try
            {
                return work(pool);
            }
            catch (ProviderException failure)
            {
                pool = Start(ensemble(), choice, (model, settings) => _selector.SelectAfter(model, failure, settings));
            }
        }
    }

    private SessionPool Pool(object name, Func<SurrogateEnsemble> ensemble, DeviceChoice choice)
    {
        if (_pool is null || _key is not { } key || !key.Ensemble.Equals(name) || key.Choice != choice)
        {
            _failures = [];
            _pool = Start(ensemble(), choice, (model, settings) => _selector.Select(model, choice.Wanted, settings));
            _key = (name, choice);
        }

        return _pool;
    }

    // The proof that a device works is a small real objective, not its presence.
    private SessionPool Start(SurrogateEnsemble ensemble, DeviceChoice choice, Func<SessionModel, SessionSettings, ProviderSelection> select)
    {
        Forget();
        var settings = new SessionSettings(ExecutionProvider.Cpu, choice.Threads, choice.AdapterIndex);
        var side = 8 * ensemble.Alignment;
        var selection = select(LatentGraphs.Objective(ensemble.Encoders[^1].Guide, side, side), settings);
        var provider = selection.Session.Settings.Provider;
        selection.Session.Dispose();
        _failures = [.. _failures, .. selection.Failures];
        Device = new DeviceUsed(provider, DeviceNames.Of(provider, choice.AdapterIndex), _failures);
        settings = settings with { Provider = provider };
        return _pool = new SessionPool(ensemble, settings, _models.Perceptual, HalfPrecisionCheck.Choose(ensemble, settings), _open);
    }
}
