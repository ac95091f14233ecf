namespace Glaze.Autodiff.Tests.GradientChecks;

/// <summary>One way of using an operator whose gradient is checked.</summary>
/// <param name="Operator">Operator under test.</param>
/// <param name="Variant">What is special about this use.</param>
/// <param name="Build">Adds the nodes and returns the value to differentiate.</param>
internal sealed record GradientCase(string Operator, string Variant, Func<CaseGraph, string> Build)
{
    /// <summary>True when the operator is linear in all inputs together, so that the adjoint can be checked without a step.</summary>
    public bool IsLinear { get; init; }

    /// <summary>True when ONNX Runtime's CPU provider has kernels for float64.</summary>
    public bool InDouble { get; init; }

    /// <summary>Opset the graph is written in.</summary>
    public int Opset { get; init; } = 17;

    public string Name => $"{Operator}: {Variant}";

    public GradientCase Linear() => this with { IsLinear = true };

    public GradientCase AlsoDouble() => this with { InDouble = true };

    public GradientCase At(int opset) => this with { Opset = opset };
}
