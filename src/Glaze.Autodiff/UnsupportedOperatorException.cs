namespace Glaze.Autodiff;

/// <summary>A node on the way from the inputs to the loss has no gradient rule, or not for the way it is used.</summary>
public sealed class UnsupportedOperatorException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="operatorName">Operator without a fitting rule.</param>
    /// <param name="opset">Opset the graph is written in.</param>
    /// <param name="node">Name of the node.</param>
    /// <param name="reason">What is not supported.</param>
    public UnsupportedOperatorException(string operatorName, int opset, string node, string reason)
        : base($"Cannot differentiate {operatorName} (opset {opset}) at node '{node}': {reason}.")
    {
        Operator = operatorName;
        Opset = opset;
        Node = node;
    }

    /// <summary>Operator without a fitting rule.</summary>
    public string Operator { get; }

    /// <summary>Opset the graph is written in.</summary>
    public int Opset { get; }

    /// <summary>Name of the node.</summary>
    public string Node { get; }
}
