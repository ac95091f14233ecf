using System.Collections.Frozen;

namespace Glaze.Autodiff;

/// <summary>Operators whose derivative is zero wherever it exists, so that no adjoint passes them.</summary>
public static class NonDifferentiableOperators
{
    /// <summary>Their names.</summary>
    public static IReadOnlySet<string> Names { get; } = new[]
    {
        "And", "ArgMax", "ArgMin", "Ceil", "Constant", "ConstantOfShape", "Equal", "Floor", "Greater", "GreaterOrEqual", "IsInf", "IsNaN",
        "Less", "LessOrEqual", "Not", "Or", "Round", "Shape", "Sign", "Size", "Xor",
    }.ToFrozenSet(StringComparer.Ordinal);
}
