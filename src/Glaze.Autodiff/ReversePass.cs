using Glaze.Autodiff.Rules;
using Glaze.Onnx;

namespace Glaze.Autodiff;

/// <summary>Walks the forward nodes from the loss backwards, applies their rules and adds up adjoints.</summary>
internal sealed class ReversePass
{
    private readonly GraphBuilder _graph;
    private readonly string _loss;
    private readonly IReadOnlyList<string> _inputs;
    private readonly OnnxNode[] _nodes;
    private readonly HashSet<string> _dependents;
    private readonly Dictionary<string, string> _adjoints = new(StringComparer.Ordinal);

    public ReversePass(GraphBuilder graph, string loss, IReadOnlyList<string> inputs)
    {
        _graph = graph;
        _loss = loss;
        _inputs = inputs;
        _nodes = [.. graph.Nodes];
        _dependents = FindDependents();
    }

    /// <summary>Adds the adjoint nodes; returns the adjoint of each requested input, possibly thin (broadcasting to its shape).</summary>
    public IReadOnlyDictionary<string, string> Run()
    {
        _graph.NamePrefix = "grad_";
        _adjoints[_loss] = _graph.Constant(OnnxTensor.Filled(_graph.Shape(_loss), 1, _graph.Value(_loss).Type));
        foreach (var node in _nodes.Reverse())
        {
            if (node.Outputs.Any(_adjoints.ContainsKey) && node.Inputs.Any(_dependents.Contains) && !NonDifferentiableOperators.Names.Contains(node.Operator))
            {
                Apply(node);
            }
        }

        foreach (var input in _inputs)
        {
            if (!_adjoints.ContainsKey(input))
            {
                throw new ArgumentException($"The loss '{_loss}' does not depend on input '{input}'.", nameof(input));
            }
        }

        return _adjoints;
    }

    private void Apply(OnnxNode node)
    {
        if (node.Domain.Length > 0 || !VjpRules.Table.TryGetValue(node.Operator, out var rule))
        {
            throw new UnsupportedOperatorException(node.Operator, _graph.Opset, node.DisplayName, "there is no gradient rule for the operator");
        }

        var context = new VjpContext(_graph, node, _adjoints, _dependents.Contains);
        var adjoints = rule.Apply(context);
        if (adjoints.Length != node.Inputs.Count)
        {
            throw new InvalidOperationException($"The rule for {node.Operator} returned {adjoints.Length} gradients for {node.Inputs.Count} inputs.");
        }

        for (var index = 0; index < adjoints.Length; index++)
        {
            if (!context.Wants(index))
            {
                continue;
            }

            var adjoint = adjoints[index] ?? throw context.Unsupported($"the gradient with respect to input {index} is not computed");
            if (adjoint.Length == 0)
            {
                continue;
            }

            if (rule.Broadcasts)
            {
                adjoint = context.SumTo(adjoint, _graph.Shape(node.Outputs[0]), _graph.Shape(node.Inputs[index]));
            }

            Accumulate(node.Inputs[index], adjoint);
        }
    }

    private void Accumulate(string value, string adjoint) =>
        _adjoints[value] = _adjoints.TryGetValue(value, out var sum) ? _graph.Add(sum, adjoint) : adjoint;

    // Values that depend on a requested input through floating-point values.
    private HashSet<string> FindDependents()
    {
        var dependents = new HashSet<string>(_inputs, StringComparer.Ordinal);
        foreach (var node in _nodes)
        {
            if (!NonDifferentiableOperators.Names.Contains(node.Operator) && node.Inputs.Any(dependents.Contains))
            {
                dependents.UnionWith(node.Outputs.Where(output => output.Length > 0 && _graph.Value(output).Type.IsFloatingPoint()));
            }
        }

        return dependents;
    }
}
