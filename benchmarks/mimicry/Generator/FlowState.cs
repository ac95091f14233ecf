using System.Globalization;
using Glaze.Training.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Benchmarks.Mimicry.Generator;

/// <summary>A generator in training: weights, their average, Adam's moments, the step.</summary>
internal sealed class FlowState
{
    private const double GradientLimit = 1;
    private readonly double _keep;
    private readonly Adam _adam;

    /// <summary>Starts anew.</summary>
    /// <param name="net">The first weights; they are trained in place.</param>
    /// <param name="keep">Share of the average that each step keeps, once it is settled.</param>
    public FlowState(FlowNet net, double keep)
    {
        (Net, _keep) = (net, keep);
        foreach (var weight in net.Weights.Values)
        {
            weight.requires_grad_();
        }

        _adam = new Adam([.. net.Weights.Values]);
        Average = new FlowNet(net.Shape, net.Weights.ToDictionary(pair => pair.Key, pair => pair.Value.detach().clone(), StringComparer.Ordinal));
    }

    /// <summary>The generator as trained.</summary>
    public FlowNet Net { get; }

    /// <summary>The average of its weights over the last steps: what samples are drawn from.</summary>
    public FlowNet Average { get; }

    /// <summary>Steps made.</summary>
    public int Step { get; private set; }

    /// <summary>One step along the gradients that the weights carry; they are taken off.</summary>
    public void Update(double rate)
    {
        using var _ = no_grad();
        Step++;
        if (Gradients.Clip([.. Net.Weights.Values], GradientLimit))
        {
            _adam.Step(rate, Step);
        }

        var keep = Math.Min(_keep, (1.0 + Step) / (10 + Step));
        foreach (var (name, weight) in Net.Weights)
        {
            Average.Weights[name].lerp_(weight, 1 - keep);
            weight.grad?.zero_();
        }
    }

    /// <summary>Writes a checkpoint.</summary>
    public void Save(string path) => Checkpoint.Write(path, Tensors(), ("step", Step.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Goes on from a checkpoint.</summary>
    public void Load(string path) => Step = int.Parse(Checkpoint.Read(path, Tensors())["step"], CultureInfo.InvariantCulture);

    private IEnumerable<(string Name, Tensor Value)> Tensors() =>
    [
        .. Net.Weights.Select(pair => ("w." + pair.Key, pair.Value)),
        .. Average.Weights.Select(pair => ("average." + pair.Key, pair.Value)),
        .. _adam.First.Select((value, i) => ($"adam.first.{i}", value)),
        .. _adam.Second.Select((value, i) => ($"adam.second.{i}", value)),
    ];
}
