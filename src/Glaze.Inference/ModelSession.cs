using Glaze.Inference.Native;
using Microsoft.ML.OnnxRuntime;

namespace Glaze.Inference;

/// <summary>
/// A model loaded on one execution provider, ready to run again and again with fixed shapes.
/// Inputs and outputs live in buffers bound once, so that a step allocates nothing of their size.
/// One step runs at a time.
/// </summary>
public sealed class ModelSession : IDisposable
{
    // All WebGPU sessions of a process share one device, which takes calls from one thread at a time; others have nothing to share.
    private static readonly Lock WebGpuDevice = new();

    private readonly Lock _running = new();
    private readonly Lock _device;
    private readonly InferenceSession _session;
    private readonly OrtIoBinding _binding;
    private readonly Dictionary<string, BoundTensor> _inputs;
    private readonly Dictionary<string, BoundTensor> _outputs;
    private bool _isDisposed;

    private ModelSession(InferenceSession session, SessionSettings settings)
    {
        Settings = settings;
        _device = DeviceOf(settings.Provider);
        _session = session;
        _binding = session.CreateIoBinding();
        _inputs = Bind(session.InputMetadata, _binding.BindInput);
        _outputs = Bind(session.OutputMetadata, _binding.BindOutput);
        Inputs = [.. _inputs.Values.Select(tensor => tensor.Value)];
        Outputs = [.. _outputs.Values.Select(tensor => tensor.Value)];
    }

    /// <summary>What the session was created with.</summary>
    public SessionSettings Settings { get; }

    /// <summary>The model's inputs, in the graph's order.</summary>
    public IReadOnlyList<ModelValue> Inputs { get; }

    /// <summary>The model's outputs, in the graph's order.</summary>
    public IReadOnlyList<ModelValue> Outputs { get; }

    /// <summary>Loads a model.</summary>
    /// <param name="model">A serialized ONNX model whose inputs and outputs are float32 with fixed shapes.</param>
    /// <param name="settings">Provider, threads and adapter. There is no fallback here; see <see cref="ProviderSelector"/>.</param>
    /// <exception cref="ModelRejectedException">ONNX Runtime does not accept the model.</exception>
    /// <exception cref="ProviderUnavailableException">The provider cannot be started on this machine.</exception>
    public static ModelSession Create(byte[] model, SessionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfNegative(settings.Threads, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfNegative(settings.AdapterIndex, nameof(settings));

        lock (DeviceOf(settings.Provider))
        {
            var session = NativeErrors.Starting(settings.Provider, () =>
            {
                RuntimeEnvironment.Start();
                using var options = SessionOptionsFactory.Create(settings);
                return new InferenceSession(model, options);
            });

            try
            {
                return NativeErrors.Starting(settings.Provider, () => new ModelSession(session, settings));
            }
            catch
            {
                session.Dispose();
                throw;
            }
        }
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
            foreach (var (name, tensor) in _inputs)
            {
                inputs[name].CopyTo(tensor.Elements);
            }

            Step(cancellationToken);
            foreach (var (name, destination) in outputs)
            {
                _outputs[name].Elements.CopyTo(destination);
            }
        }
        finally
        {
            _running.Exit();
        }
    }

    /// <summary>Waits for a step under way, then frees the model.</summary>
    public void Dispose()
    {
        lock (_running)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            lock (_device)
            {
                _binding.Dispose();
                foreach (var tensor in _inputs.Values.Concat(_outputs.Values))
                {
                    tensor.Dispose();
                }

                _session.Dispose();
            }
        }
    }

    private static Lock DeviceOf(ExecutionProvider provider) =>
        provider == ExecutionProvider.WebGpu ? WebGpuDevice : new Lock();

    private static Dictionary<string, BoundTensor> Bind(
        IReadOnlyDictionary<string, NodeMetadata> values, Action<string, OrtValue> bind)
    {
        var tensors = new Dictionary<string, BoundTensor>(StringComparer.Ordinal);
        foreach (var (name, metadata) in values)
        {
            var tensor = BoundTensor.Allocate(name, metadata);
            bind(name, tensor.Native);
            tensors.Add(name, tensor);
        }

        return tensors;
    }

    private void Step(CancellationToken cancellationToken)
    {
        using var options = new RunOptions { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        using (cancellationToken.UnsafeRegister(state => ((RunOptions)state!).Terminate = true, options))
        {
            lock (_device)
            {
                NativeErrors.Running(Settings.Provider, () => Compute(options), cancellationToken);
            }
        }
    }

    private void Compute(RunOptions options)
    {
        // Binding an input is what copies it to a graphics device, so it is done again for every step.
        foreach (var (name, tensor) in _inputs)
        {
            _binding.BindInput(name, tensor.Native);
        }

        _session.RunWithBinding(options, _binding);
        _binding.SynchronizeBoundOutputs();
    }

    private void Check(IReadOnlyDictionary<string, float[]> inputs, IReadOnlyDictionary<string, float[]> outputs)
    {
        foreach (var name in _inputs.Keys.Where(name => !inputs.ContainsKey(name)))
        {
            throw new ArgumentException($"Input {name} is missing.", nameof(inputs));
        }

        CheckLengths(_inputs, inputs, nameof(inputs));
        CheckLengths(_outputs, outputs, nameof(outputs));
    }

    private static void CheckLengths(
        Dictionary<string, BoundTensor> tensors, IReadOnlyDictionary<string, float[]> arrays, string parameter)
    {
        foreach (var (name, array) in arrays)
        {
            if (!tensors.TryGetValue(name, out var tensor))
            {
                throw new ArgumentException($"The model has no value {name} among its {parameter}.", parameter);
            }

            if (array.Length != tensor.Value.ElementCount)
            {
                throw new ArgumentException(
                    $"{tensor.Value} holds {tensor.Value.ElementCount} floats, not {array.Length}.", parameter);
            }
        }
    }
}
