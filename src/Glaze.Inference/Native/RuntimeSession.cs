using Microsoft.ML.OnnxRuntime;

namespace Glaze.Inference.Native;

/// <summary>
/// A graph in ONNX Runtime. Inputs and outputs live in buffers bound once, so that a step allocates nothing of their size.
/// </summary>
internal sealed class RuntimeSession : ModelSession
{
    // All WebGPU sessions of a process share one device, which takes calls from one thread at a time; others have nothing to share.
    private static readonly Lock WebGpuDevice = new();

    private readonly Lock _device;
    private readonly InferenceSession _session;
    private readonly OrtIoBinding _binding;
    private readonly Dictionary<string, BoundTensor> _inputs;
    private readonly Dictionary<string, BoundTensor> _outputs;

    private RuntimeSession(
        InferenceSession session, OrtIoBinding binding, Dictionary<string, BoundTensor> inputs, Dictionary<string, BoundTensor> outputs, SessionSettings settings)
        : base(settings, [.. inputs.Values.Select(tensor => tensor.Value)], [.. outputs.Values.Select(tensor => tensor.Value)])
    {
        _device = DeviceOf(settings.Provider);
        _session = session;
        _binding = binding;
        _inputs = inputs;
        _outputs = outputs;
    }

    /// <summary>Loads a serialized graph.</summary>
    public static RuntimeSession Open(byte[] graph, SessionSettings settings)
    {
        lock (DeviceOf(settings.Provider))
        {
            var session = NativeErrors.Starting(settings.Provider, () =>
            {
                RuntimeEnvironment.Start();
                using var options = SessionOptionsFactory.Create(settings);
                return new InferenceSession(graph, options);
            });

            try
            {
                return NativeErrors.Starting(settings.Provider, () =>
                {
                    var binding = session.CreateIoBinding();
                    return new RuntimeSession(
                        session, binding, Bind(session.InputMetadata, binding.BindInput), Bind(session.OutputMetadata, binding.BindOutput), settings);
                });
            }
            catch
            {
                session.Dispose();
                throw;
            }
        }
    }

    /// <inheritdoc/>
    protected override void Compute(
        IReadOnlyDictionary<string, float[]> inputs, IReadOnlyDictionary<string, float[]> outputs, CancellationToken cancellationToken)
    {
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

    /// <inheritdoc/>
    protected override void Release()
    {
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
                NativeErrors.Running(Settings.Provider, () => RunBound(options), cancellationToken);
            }
        }
    }

    private void RunBound(RunOptions options)
    {
        // Binding an input is what copies it to a graphics device, so it is done again for every step.
        foreach (var (name, tensor) in _inputs)
        {
            _binding.BindInput(name, tensor.Native);
        }

        _session.RunWithBinding(options, _binding);
        _binding.SynchronizeBoundOutputs();
    }
}
