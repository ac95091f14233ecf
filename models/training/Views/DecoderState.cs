using System.Globalization;
using Glaze.Onnx;
using Glaze.Training.Nets;
using Glaze.Training.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Views;

/// <summary>Everything that a stopped training of the decoder needs to go on.</summary>
internal sealed class DecoderState
{
    private const double GradientLimit = 1;
    private const double Keep = 0.995;
    private readonly string _folder;
    private readonly Muon _muon;
    private readonly Adam _adam;

    /// <summary>Reads the last checkpoint, or starts anew.</summary>
    public DecoderState(string folder, DecoderShape shape, int seed)
    {
        _folder = folder;
        Decoder = Decoder.Create(shape, seed);
        Average = new Decoder(shape, Decoder.Weights.ToDictionary(pair => pair.Key, pair => pair.Value.detach().clone(), StringComparer.Ordinal));
        var convolutions = shape.Convolutions().Select(layer => layer.Name + ".weight").ToArray();
        var inner = convolutions[1..^1].ToHashSet(StringComparer.Ordinal);
        _muon = new Muon([.. Decoder.Weights.Where(pair => inner.Contains(pair.Key)).Select(pair => pair.Value)]);
        _adam = new Adam([.. Decoder.Weights.Where(pair => !inner.Contains(pair.Key)).Select(pair => pair.Value)]);
        if (File.Exists(StatePath))
        {
            Step = int.Parse(Checkpoint.Read(StatePath, Tensors())["step"], CultureInfo.InvariantCulture);
        }

        foreach (var weight in Decoder.Weights.Values)
        {
            weight.requires_grad_();
        }
    }

    /// <summary>The decoder as trained.</summary>
    public Decoder Decoder { get; }

    /// <summary>The average of its weights over the last few hundred steps.</summary>
    public Decoder Average { get; }

    /// <summary>Steps made.</summary>
    public int Step { get; private set; }

    /// <summary>Where the averaged weights lie.</summary>
    public static string AveragePath(string folder) => Path.Combine(folder, "average-view.safetensors");

    private string StatePath => Path.Combine(_folder, "state-view.safetensors");

    /// <summary>One step along the gradients that the weights carry; they are taken off.</summary>
    public void Update(double rate)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        Step++;
        if (Gradients.Clip([.. Decoder.Weights.Values], GradientLimit))
        {
            _muon.Step(rate);
            _adam.Step(rate, Step);
        }

        var keep = Math.Min(Keep, (1.0 + Step) / (10 + Step));
        foreach (var (name, weight) in Decoder.Weights)
        {
            Average.Weights[name].lerp_(weight, 1 - keep);
            weight.grad!.zero_();
        }
    }

    /// <summary>Writes the checkpoint and the averaged weights.</summary>
    public void Save()
    {
        TensorFile.Write(AveragePath(_folder), Average.Weights, ElementType.Float);
        Checkpoint.Write(StatePath, Tensors(), ("step", Step.ToString(CultureInfo.InvariantCulture)));
    }

    private IEnumerable<(string Name, Tensor Value)> Tensors() =>
    [
        .. Decoder.Weights.Select(pair => ("w." + pair.Key, pair.Value)),
        .. Average.Weights.Select(pair => ("average." + pair.Key, pair.Value)),
        .. _muon.Momenta.Select((value, i) => ($"muon.{i}", value)),
        .. _adam.First.Select((value, i) => ($"adam.first.{i}", value)),
        .. _adam.Second.Select((value, i) => ($"adam.second.{i}", value)),
    ];
}
