using Glaze.Inference.Native;
using Glaze.Inference.Packs;

namespace Glaze.Inference;

/// <summary>
/// A model loaded on one execution provider, ready to run again and again with fixed shapes: inputs in, values and gradients out.
/// One step runs at a time.
/// </summary>
public abstract class ModelSession : IDisposable
{
    private readonly Lock _running = new();
    private bool _isDisposed;

    /// <summary>Names what the session takes and gives.</summary>
    /// <param name="settings">What it was created with.</param>
    /// <param name="inputs">The model's inputs, in the graph's order.</param>
    /// <param name="outputs">The model's outputs, in the graph's order.</param>
    protected ModelSession(SessionSettings settings, IReadOnlyList<ModelValue> inputs, IReadOnlyList<ModelValue> outputs)
    {
        Settings = settings;
        Inputs = inputs;
        Outputs = outputs;
    }

    /// <summary>What the session was created with.</summary>
    public SessionSettings Settings { get; }

    /// <summary>The model's inputs, in the graph's order.</summary>
    public IReadOnlyList<ModelValue> Inputs { get; }

    /// <summary>The model's outputs, in the graph's order.</summary>
    public IReadOnlyList<ModelValue> Outputs { get; }

    /// <summary>Loads a model.</summary>
    /// <param name="model">An ONNX model whose inputs and outputs are float32 with fixed shapes.</param>
    /// <param name="settings">Provider, threads and adapter. There is no fallback here; see <see cref="Selection.ProviderSelector"/>.</param>
    /// <exception cref="ModelRejectedException">The provider does not accept the model.</exception>
    /// <exception cref="ProviderUnavailableException">The provider cannot be started on this machine.</exception>
    public static ModelSession Create(SessionModel model, SessionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfNegative(settings.Threads, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfNegative(settings.AdapterIndex, nameof(settings));

        return settings.Provider == ExecutionProvider.Torch
            ? TorchPack.Load().Open(model, settings)
            : RuntimeSession.Open(model.Graph(), settings);
    }

    /// <summary>Computes the model once.</summary>
    /// <param name="inputs">For every input of the model, an array of exactly its element count.</param>
    /// <param name="outputs">Arrays to fill, for the outputs that are wanted.</param>
    /// <param name="cancellationToken">Stops the step between two operators.</param>
    /// <exception cref="ArgumentException">An input is missing, a name unknown, or an array of the wrong length.</exception>
    /// <exception cref="InvalidOperationException">The session is already running a step on another thread.</exception>
    /// <exception cref="OperationCanceledException">The step was cancelled; the outputs are untouched.</exception>
    /// <exception cref="ProviderLostException">The provider failed; the session is of no more use.</exception>
    public void Run(
        IReadOnlyDictionary<string, float[]> inputs,
        IReadOnlyDictionary<string, float[]> outputs,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        if (!_running.TryEnter())
        {
            throw new InvalidOperationException("This session is already running a step on another thread.");
        }

        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            cancellationToken.ThrowIfCancellationRequested();
            Check(inputs, outputs);
            Compute(inputs, outputs, cancellationToken);
        }
        finally
        {
            _running.Exit();
        }
    }

    /// <summary>Waits for a step under way, then frees the model.</summary>
    public void Dispose()
    {
        Dispose(isDisposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Waits for a step under way, then frees the model once.</summary>
    /// <param name="isDisposing">Always true: sessions have no finalizers.</param>
    protected virtual void Dispose(bool isDisposing)
    {
        lock (_running)
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                Release();
            }
        }
    }

    /// <summary>Computes one step; arguments are checked, and no other step runs.</summary>
    /// <param name="inputs">All inputs.</param>
    /// <param name="outputs">Arrays to fill; untouched when the step is cancelled.</param>
    /// <param name="cancellationToken">Stops the step.</param>
    protected abstract void Compute(
        IReadOnlyDictionary<string, float[]> inputs, IReadOnlyDictionary<string, float[]> outputs, CancellationToken cancellationToken);

    /// <summary>Frees the model. Called once, while no step runs.</summary>
    protected abstract void Release();

    private void Check(IReadOnlyDictionary<string, float[]> inputs, IReadOnlyDictionary<string, float[]> outputs)
    {
        foreach (var input in Inputs.Where(input => !inputs.ContainsKey(input.Name)))
        {
            throw new ArgumentException($"Input {input.Name} is missing.", nameof(inputs));
        }

        CheckLengths(Inputs, inputs, nameof(inputs));
        CheckLengths(Outputs, outputs, nameof(outputs));
    }

    private static void CheckLengths(
        IReadOnlyList<ModelValue> values, IReadOnlyDictionary<string, float[]> arrays, string parameter)
    {
        foreach (var (name, array) in arrays)
        {
            var value = values.FirstOrDefault(value => string.Equals(value.Name, name, StringComparison.Ordinal))
                ?? throw new ArgumentException($"The model has no value {name} among its {parameter}.", parameter);
            if (array.Length != value.ElementCount)
            {
                throw new ArgumentException($"{value} holds {value.ElementCount} floats, not {array.Length}.", parameter);
            }
        }
    }
}
