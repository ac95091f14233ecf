using Glaze.Autodiff.Rules;
using Glaze.Onnx;

namespace Glaze.Autodiff;

/// <summary>Extends a forward graph with the adjoint nodes that yield the gradient of a loss with respect to inputs.</summary>
public static class GradientGraphBuilder
{
    /// <summary>Oldest opset whose operators the rules read and write.</summary>
    public const int MinimumOpset = 13;

    /// <summary>Newest opset whose operators the rules read and write.</summary>
    public const int MaximumOpset = 21;

    /// <summary>Name prefix of the gradient outputs.</summary>
    public const string OutputPrefix = "grad_";

    /// <summary>Operators a gradient can flow through.</summary>
    public static IReadOnlyCollection<string> SupportedOperators { get; } = [.. VjpRules.Table.Keys.Concat(Lowering.Operators).Order(StringComparer.Ordinal)];

    /// <summary>Builds the gradient graph.</summary>
    /// <param name="forward">Forward graph with static shapes, opset 13 to 21; not changed.</param>
    /// <param name="loss">Name of a value with one element.</param>
    /// <param name="withRespectTo">Names of floating-point graph inputs.</param>
    /// <returns>
    /// A model with the same inputs, all outputs of <paramref name="forward"/> and one output <c>grad_NAME</c> of the input's
    /// shape per requested input. Nodes that lead to none of these are left out.
    /// </returns>
    /// <exception cref="ArgumentException">The loss or an input is not what it must be, or the loss does not depend on the input.</exception>
    /// <exception cref="UnsupportedOperatorException">A node on the way has no fitting rule.</exception>
    /// <exception cref="InvalidModelException">The forward graph is broken or has open shapes.</exception>
    public static OnnxModel Build(OnnxModel forward, string loss, IReadOnlyList<string> withRespectTo)
    {
        ArgumentNullException.ThrowIfNull(forward);
        ArgumentNullException.ThrowIfNull(withRespectTo);
        if (forward.Opset is < MinimumOpset or > MaximumOpset)
        {
            throw new InvalidModelException($"The graph is written in opset {forward.Opset}; gradients need {MinimumOpset} to {MaximumOpset}.");
        }

        var graph = Lowering.Rewrite(forward);
        CheckArguments(graph, forward, loss, withRespectTo);
        var pass = new ReversePass(graph, loss, withRespectTo);
        var adjoints = pass.Run();
        graph.NamePrefix = string.Empty;
        return OutputAssembly.Finish(graph, withRespectTo, adjoints);
    }

    private static void CheckArguments(GraphBuilder graph, OnnxModel forward, string loss, IReadOnlyList<string> withRespectTo)
    {
        if (!graph.IsDefined(loss))
        {
            throw new ArgumentException($"The graph defines no value named '{loss}' to take as loss.", nameof(loss));
        }

        var value = graph.Value(loss);
        if (value.ElementCount != 1 || !value.Type.IsFloatingPoint())
        {
            throw new ArgumentException($"The loss '{loss}' must be one floating-point number, not {value.Type}[{string.Join(", ", value.Shape)}].", nameof(loss));
        }

        if (withRespectTo.Count == 0 || withRespectTo.Distinct(StringComparer.Ordinal).Count() != withRespectTo.Count)
        {
            throw new ArgumentException("Name at least one input, each once.", nameof(withRespectTo));
        }

        foreach (var name in withRespectTo)
        {
            var input = forward.Graph.Inputs.Find(input => string.Equals(input.Name, name, StringComparison.Ordinal))
                ?? throw new ArgumentException($"The graph has no input named '{name}'.", nameof(withRespectTo));
            if (!input.Type.IsFloatingPoint())
            {
                throw new ArgumentException($"Input '{name}' holds {input.Type}, which has no gradient.", nameof(withRespectTo));
            }

            if (graph.IsDefined(OutputPrefix + name))
            {
                throw new ArgumentException($"The graph already defines '{OutputPrefix}{name}'.", nameof(withRespectTo));
            }
        }
    }
}
