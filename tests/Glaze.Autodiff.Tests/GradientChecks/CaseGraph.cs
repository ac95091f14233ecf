using Glaze.Onnx;

namespace Glaze.Autodiff.Tests.GradientChecks;

/// <summary>Collects the graph of one case together with the values its inputs are tried at.</summary>
internal sealed class CaseGraph(ElementType type, int seed, int opset)
{
    private readonly Random _random = new(seed);

    public GraphBuilder Graph { get; } = new(opset);

    public ElementType Type => type;

    public Dictionary<string, double[]> Samples { get; } = [];

    /// <summary>An input whose gradient is checked.</summary>
    public string X(Values values, params long[] shape)
    {
        var name = Graph.Input($"x{Samples.Count}", type, shape);
        Samples.Add(name, Draw(values, shape));
        return name;
    }

    /// <summary>An input of ordinary values whose gradient is checked.</summary>
    public string X(params long[] shape) => X(Values.Normal, shape);

    /// <summary>A constant of ordinary values.</summary>
    public string W(params long[] shape) => W(Values.Normal, shape);

    /// <summary>A constant.</summary>
    public string W(Values values, params long[] shape) => Graph.Initializer("w", Tensors.From(type, shape, Draw(values, shape)));

    public double[] Draw(Values values, IReadOnlyList<long> shape)
    {
        var count = (int)shape.Aggregate(1L, (product, size) => product * size);
        var result = new double[count];
        for (var index = 0; index < count; index++)
        {
            result[index] = values switch
            {
                Values.Positive => 0.5 + (1.5 * _random.NextDouble()),
                Values.AwayFromZero => (_random.Next(2) == 0 ? -1 : 1) * (0.3 + _random.NextDouble()),
                Values.Distinct => (index - (count / 2.0)) * 0.3,
                _ => Normal(),
            };
        }

        if (values == Values.Distinct)
        {
            _random.Shuffle(result);
        }

        return result;
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
