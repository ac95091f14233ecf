using Glaze.Onnx;

namespace Glaze.Autodiff.Tests.GradientChecks;

public sealed class GradientTests
{
    private const int Seed = 20261122;

    public static TheoryData<string> AllCases => [.. GradientCases.All.Select(testCase => testCase.Name)];

    public static TheoryData<string> DoubleCases => [.. GradientCases.All.Where(testCase => testCase.InDouble).Select(testCase => testCase.Name)];

    public static TheoryData<string> LinearCases => [.. GradientCases.All.Where(testCase => testCase.IsLinear).Select(testCase => testCase.Name)];

    [Theory]
    [MemberData(nameof(AllCases))]
    public void Rule_InFloat32_AgreesWithCentralDifferences(string name) =>
        CheckAgainstDifferences(Find(name), ElementType.Float, step: 5e-3, tolerance: 1e-2);

    [Theory]
    [MemberData(nameof(DoubleCases))]
    public void Rule_InFloat64_AgreesWithCentralDifferences(string name) =>
        CheckAgainstDifferences(Find(name), ElementType.Double, step: 1e-5, tolerance: 1e-6);

    [Theory]
    [MemberData(nameof(LinearCases))]
    public void Rule_OfALinearOperator_IsItsAdjoint(string name)
    {
        using var probe = new GradientProbe(Find(name), ElementType.Float, Seed);
        var results = probe.Run();

        // ⟨A x, v⟩ = ⟨x, Aᵀ v⟩
        var forward = Tensors.Dot(Tensors.ToDoubles(results[probe.Output]), probe.Weights);
        var adjoint = probe.Samples.Sum(pair => Tensors.Dot(Tensors.ToDoubles(results["grad_" + pair.Key]), pair.Value));

        adjoint.ShouldBe(forward, 1e-4 * (Math.Abs(forward) + 1), $"seed {Seed}");
    }

    [Fact]
    public void Cases_CoverEveryOperatorThatHasARule()
    {
        var covered = GradientCases.All.Select(testCase => testCase.Operator).ToHashSet(StringComparer.Ordinal);

        GradientGraphBuilder.SupportedOperators.Where(name => !covered.Contains(name)).ShouldBeEmpty();
        GradientCases.All.Select(testCase => testCase.Name).ShouldBeUnique();
    }

    // ⟨v, J u⟩ by central difference equals ⟨Jᵀ v, u⟩, one input at a time, in three random directions each.
    private static void CheckAgainstDifferences(GradientCase testCase, ElementType type, double step, double tolerance)
    {
        using var probe = new GradientProbe(testCase, type, Seed);
        var random = new Random(Seed + 1);
        foreach (var (input, sample) in probe.Samples)
        {
            var gradient = probe.Gradient(input);
            for (var trial = 0; trial < 3; trial++)
            {
                var direction = sample.Select(_ => (2 * random.NextDouble()) - 1).ToArray();

                var expected = (probe.LossAt(input, direction, step) - probe.LossAt(input, direction, -step)) / (2 * step);
                var actual = Tensors.Dot(gradient, direction);

                var size = Math.Max(Math.Abs(expected), Math.Sqrt(Tensors.Dot(gradient, gradient)));
                actual.ShouldBe(expected, tolerance * (size + 1e-3), $"{testCase.Name}, input {input}, trial {trial}, seed {Seed}");
            }
        }
    }

    private static GradientCase Find(string name) => GradientCases.All.Single(testCase => testCase.Name == name);
}
