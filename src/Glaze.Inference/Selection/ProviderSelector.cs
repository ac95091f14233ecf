using System.Runtime.ExceptionServices;

namespace Glaze.Inference.Selection;

/// <summary>
/// Starts a model on the wanted provider or, when that fails, on the next: DirectML, then WebGPU, then the CPU. The one place that decides
/// which provider comes after another.
/// </summary>
public sealed class ProviderSelector
{
    private static readonly ExecutionProvider[] Preference =
        [ExecutionProvider.DirectMl, ExecutionProvider.WebGpu, ExecutionProvider.Cpu];

    private readonly SessionOpener _create;
    private readonly Func<ExecutionProvider, ProviderFailure?> _whyNot;

    /// <summary>A selector for this machine.</summary>
    public ProviderSelector()
        : this(ModelSession.Create, provider => DeviceCatalog.WhyNotAutomatic(provider))
    {
    }

    /// <summary>A selector over other sessions than this machine's.</summary>
    /// <param name="create">Opens sessions.</param>
    /// <param name="whyNot">Why "automatic" passes a provider over, or null.</param>
    public ProviderSelector(SessionOpener create, Func<ExecutionProvider, ProviderFailure?> whyNot)
    {
        _create = create;
        _whyNot = whyNot;
    }

    /// <summary>
    /// The providers to try, in order.
    /// A wanted provider comes first and is followed by those after it in the order of preference; the optional pack, which is never chosen
    /// by itself, by the CPU.
    /// </summary>
    /// <param name="wanted">The user's choice, or null for "automatic".</param>
    public static IReadOnlyList<ExecutionProvider> Order(ExecutionProvider? wanted) =>
        wanted switch
        {
            null => Preference,
            ExecutionProvider.Torch => [ExecutionProvider.Torch, ExecutionProvider.Cpu],
            { } provider => Preference[Array.IndexOf(Preference, provider)..],
        };

    /// <summary>
    /// The providers left when <paramref name="lost"/> has been lost under way; empty after the CPU.
    /// </summary>
    public static IReadOnlyList<ExecutionProvider> After(ExecutionProvider lost) =>
        Order(lost).Skip(1).ToList();

    /// <summary>Starts <paramref name="model"/> on the first provider of the order that accepts it.</summary>
    /// <param name="model">An ONNX model with fixed shapes.</param>
    /// <param name="wanted">
    /// The user's choice, which is always tried, or null for "automatic", which passes over providers without a real device
    /// behind them (a software renderer is slower than the CPU provider).
    /// </param>
    /// <param name="settings">Threads and adapter; its provider is not looked at.</param>
    /// <exception cref="ModelRejectedException">The model is at fault, not the provider.</exception>
    /// <exception cref="ProviderException">Not even the CPU could start it.</exception>
    public ProviderSelection Select(SessionModel model, ExecutionProvider? wanted, SessionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);

        return Select(model, Order(wanted), wanted, settings);
    }

    /// <summary>Starts <paramref name="model"/> on the next provider after one that failed under way, or could not load what came after.</summary>
    /// <param name="model">An ONNX model with fixed shapes.</param>
    /// <param name="failure">What happened to the provider in use; becomes the first of the failures.</param>
    /// <param name="settings">Threads and adapter; its provider is not looked at.</param>
    /// <exception cref="ProviderException"><paramref name="failure"/> itself, when nothing is left to try; else the CPU's own.</exception>
    public ProviderSelection SelectAfter(SessionModel model, ProviderException failure, SessionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(failure);

        var order = After(failure.Provider);
        if (order.Count == 0)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        var next = Select(model, order, wanted: null, settings);
        return next with { Failures = [ProviderFailure.Of(failure), .. next.Failures] };
    }

    private ProviderSelection Select(
        SessionModel model, IReadOnlyList<ExecutionProvider> order, ExecutionProvider? wanted, SessionSettings settings)
    {
        var failures = new List<ProviderFailure>();
        foreach (var provider in order)
        {
            if (provider != wanted && _whyNot(provider) is { } passedOver)
            {
                failures.Add(passedOver);
                continue;
            }

            try
            {
                return new ProviderSelection(_create(model, settings with { Provider = provider }), failures);
            }
            catch (ProviderException failure) when (provider != ExecutionProvider.Cpu)
            {
                failures.Add(ProviderFailure.Of(failure));
            }
        }

        throw new InvalidOperationException("The CPU provider is always the last of the order.");
    }
}
