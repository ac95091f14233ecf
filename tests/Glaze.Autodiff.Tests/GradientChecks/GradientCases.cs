namespace Glaze.Autodiff.Tests.GradientChecks;

/// <summary>All gradient checks. A new rule is added here before it is believed.</summary>
internal static partial class GradientCases
{
    public static IReadOnlyList<GradientCase> All { get; } =
    [
        .. Unary(), .. Binary(), .. Windows(), .. Pools(), .. Matrices(), .. Normalizations(), .. Reductions(), .. Layouts(), .. Selections(), .. Resizes(),
    ];

    private static GradientCase Case(string operatorName, string variant, Func<CaseGraph, string> build) => new(operatorName, variant, build);

    private static GradientCase Simple(string operatorName, Values values) =>
        Case(operatorName, "elementwise", g => g.Graph.Node(operatorName, [g.X(values, 2, 3, 4)])).AlsoDouble();
}
