using System.Runtime.InteropServices;
using Glaze.Inference;
using Glaze.Onnx;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Torch;

/// <summary>A forward graph computed node by node with libtorch; autograd gives the gradient. A cancel stops it between two nodes of the forward half.</summary>
internal sealed class TorchSession : ModelSession
{
    private readonly SessionModel _model;
    private readonly OnnxGraph _graph;
    private readonly Device _device;
    private readonly Dictionary<string, Tensor> _constants;
    private readonly List<string>[] _lastUses;

    private TorchSession(SessionModel model, OnnxGraph graph, SessionSettings settings, Device device)
        : base(settings, [.. graph.Inputs.Select(Value)], [.. graph.Outputs.Select(Value), .. model.Gradients.Select(pair => Gradient(graph, pair))])
    {
        _model = model;
        _graph = graph;
        _device = device;
        _constants = graph.Initializers.Where(pair => pair.Value.Type.IsFloatingPoint())
            .ToDictionary(pair => pair.Key, pair => Upload(pair.Value), StringComparer.Ordinal);
        _lastUses = LastUses(graph);
    }

    /// <summary>Loads a model's forward graph.</summary>
    /// <exception cref="ModelRejectedException">The graph is broken or has an operator that is not in the table.</exception>
    public static TorchSession Open(SessionModel model, SessionSettings settings, Device device)
    {
        try
        {
            var graph = OnnxModelReader.Read(model.Forward()).Graph;
            var missing = graph.Nodes.Find(node => node.Domain.Length > 0 || !TorchOperators.Table.ContainsKey(node.Operator));
            return missing is null
                ? new TorchSession(model, graph, settings, device)
                : throw new ModelRejectedException($"TorchSharp's backend has no operator {missing.Operator}, which node '{missing.DisplayName}' asks for.");
        }
        catch (InvalidModelException failure)
        {
            throw new ModelRejectedException(failure.Message, failure);
        }
        catch (ExternalException failure)
        {
            throw Lost(failure);
        }
    }

    /// <inheritdoc/>
    protected override void Compute(
        IReadOnlyDictionary<string, float[]> inputs, IReadOnlyDictionary<string, float[]> outputs, CancellationToken cancellationToken)
    {
        using var scope = NewDisposeScope();
        try
        {
            set_num_threads(Settings.Threads > 0 ? Settings.Threads : Environment.ProcessorCount);
            var isDifferentiated = _model.Loss is not null && _model.Gradients.Values.Any(outputs.ContainsKey);
            using var mode = isDifferentiated ? enable_grad() : no_grad();
            var values = new Dictionary<string, Tensor>(_constants, StringComparer.Ordinal);
            foreach (var input in _graph.Inputs)
            {
                values[input.Name] = tensor(inputs[input.Name], [.. input.Shape], device: _device, requires_grad: isDifferentiated && _model.Gradients.ContainsKey(input.Name));
            }

            Forward(values, cancellationToken);
            var results = _graph.Outputs.ToDictionary(output => output.Name, output => values[output.Name], StringComparer.Ordinal);
            if (isDifferentiated)
            {
                Differentiate(values, results);
            }

            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (name, destination) in outputs)
            {
                results[name].detach().cpu().contiguous().data<float>().CopyTo(destination);
            }
        }
        catch (ExternalException failure)
        {
            throw Lost(failure);
        }
    }

    /// <inheritdoc/>
    protected override void Release()
    {
        foreach (var constant in _constants.Values)
        {
            constant.Dispose();
        }
    }

    private void Forward(Dictionary<string, Tensor> values, CancellationToken cancellationToken)
    {
        for (var index = 0; index < _graph.Nodes.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var node = _graph.Nodes[index];
            values[node.Outputs[0]] = TorchOperators.Table[node.Operator](new TorchNode(node, _graph, values));

            // What autograd needs again it holds by itself.
            foreach (var name in _lastUses[index])
            {
                values[name].Dispose();
            }
        }
    }

    private void Differentiate(Dictionary<string, Tensor> values, Dictionary<string, Tensor> results)
    {
        var names = _model.Gradients.Keys.ToList();
        var gradients = autograd.grad([values[_model.Loss!]], [.. names.Select(name => values[name])]);
        foreach (var (name, gradient) in names.Zip(gradients))
        {
            results[_model.Gradients[name]] = gradient;
        }
    }

    private Tensor Upload(OnnxTensor constant) => tensor(constant.ToFloats(), constant.Shape, device: _device).DetachFromDisposeScope();

    private static ProviderLostException Lost(ExternalException failure) => failure.Message.Contains("memory", StringComparison.OrdinalIgnoreCase)
        ? new ProviderLostException(ExecutionProvider.Torch, "OutOfMemory", "memory ran out", failure)
        : new ProviderLostException(ExecutionProvider.Torch, "Failed", failure.Message.Split('\n')[0].TrimEnd(), failure);

    private static ModelValue Value(OnnxValue value) => value is { Type: ElementType.Float, IsStatic: true }
        ? new ModelValue(value.Name, value.Shape)
        : throw new ModelRejectedException($"{value.Name} is not a float32 tensor of fixed shape.");

    private static ModelValue Gradient(OnnxGraph graph, KeyValuePair<string, string> names) =>
        new(names.Value, graph.Inputs.Find(input => string.Equals(input.Name, names.Key, StringComparison.Ordinal))?.Shape
            ?? throw new ModelRejectedException($"the graph has no input {names.Key}."));

    // For each node the computed values that no later node and no output reads.
    private static List<string>[] LastUses(OnnxGraph graph)
    {
        var uses = graph.Nodes.Select(_ => new List<string>()).ToArray();
        var seen = graph.Inputs.Concat(graph.Outputs).Select(value => value.Name).Concat(graph.Initializers.Keys).ToHashSet(StringComparer.Ordinal);
        for (var index = uses.Length - 1; index >= 0; index--)
        {
            uses[index].AddRange(graph.Nodes[index].Inputs.Concat(graph.Nodes[index].Outputs).Where(name => name.Length > 0 && seen.Add(name)));
        }

        return uses;
    }
}
