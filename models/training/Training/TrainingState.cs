using System.Globalization;
using Glaze.Onnx;
using Glaze.Training.Nets;
using Glaze.Training.Samples;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Training;

/// <summary>Everything that a stopped training needs to go on: weights, their average, the optimisers' moments, the step.</summary>
internal sealed class TrainingState
{
    private const double GradientLimit = 1;
    private const double Keep = 0.998;
    private readonly string _folder;
    private readonly Muon _muon;
    private readonly Adam _adam;

    private TrainingState(string folder, Student student, Tensor projection)
    {
        (_folder, Student, Projection) = (folder, student, projection);
        var first = student.Shape.Layers[0].Name;
        var head = student.Shape.Layers[^1].Name;
        var inner = student.Weights.Where(pair => pair.Value.dim() == 4 && !pair.Key.StartsWith(first + ".", StringComparison.Ordinal) && !pair.Key.StartsWith(head + ".", StringComparison.Ordinal))
            .Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        _muon = new Muon([.. student.Weights.Where(pair => inner.Contains(pair.Key)).Select(pair => pair.Value)]);
        _adam = new Adam([.. student.Weights.Where(pair => !inner.Contains(pair.Key)).Select(pair => pair.Value), projection]);
        Average = new Student(student.Shape, student.Weights.ToDictionary(pair => pair.Key, pair => pair.Value.detach().clone(), StringComparer.Ordinal));
    }

    /// <summary>The student as trained.</summary>
    public Student Student { get; }

    /// <summary>The average of its weights over the last thousand steps or so.</summary>
    public Student Average { get; }

    /// <summary>From its features to the teachers'.</summary>
    public Tensor Projection { get; }

    /// <summary>Steps made.</summary>
    public int Step { get; private set; }

    /// <summary>Minutes spent.</summary>
    public double Minutes { get; set; }

    private string Path => System.IO.Path.Combine(_folder, $"state-{Student.Shape.Name}.safetensors");

    /// <summary>Reads the last checkpoint, or starts anew.</summary>
    public static TrainingState Open(string folder, StudentShape shape, Statistics statistics, int seed)
    {
        var student = Student.Create(shape, statistics.LatentMean.flatten(), statistics.LatentDeviation.flatten(), seed);
        var projection = randn([4L * Family.HintChannels, shape.HiddenChannels, 1, 1], generator: new Generator((ulong)seed + 1)) / Math.Sqrt(shape.HiddenChannels);
        foreach (var weight in student.Weights.Values.Append(projection))
        {
            weight.requires_grad_();
        }

        var state = new TrainingState(folder, student, projection);
        if (File.Exists(state.Path))
        {
            state.Load();
        }

        return state;
    }

    /// <summary>One step along the gradients that the weights carry; they are taken off.</summary>
    public void Update(double rate)
    {
        var weights = Student.Weights.Values.Append(Projection).ToArray();
        Step++;
        if (Gradients.Clip(weights, GradientLimit))
        {
            _muon.Step(rate);
            _adam.Step(rate, Step);
        }

        using var _ = no_grad();
        var keep = Math.Min(Keep, (1.0 + Step) / (10 + Step));
        foreach (var (name, weight) in Student.Weights)
        {
            Average.Weights[name].lerp_(weight, 1 - keep);
        }

        foreach (var weight in weights)
        {
            weight.grad!.zero_();
        }
    }

    /// <summary>Writes the checkpoint and the averaged weights.</summary>
    public void Save()
    {
        TensorFile.Write(StudentFile.AveragePath(_folder, Student.Shape.Name), Average.Weights, ElementType.Float);
        Checkpoint.Write(
            Path,
            Tensors(),
            ("step", Step.ToString(CultureInfo.InvariantCulture)),
            ("minutes", Minutes.ToString(CultureInfo.InvariantCulture)));
    }

    private void Load()
    {
        var metadata = Checkpoint.Read(Path, Tensors());
        Step = int.Parse(metadata["step"], CultureInfo.InvariantCulture);
        Minutes = double.Parse(metadata["minutes"], CultureInfo.InvariantCulture);
    }

    private IEnumerable<(string Name, Tensor Value)> Tensors() =>
    [
        .. Student.Weights.Select(pair => ("w." + pair.Key, pair.Value)),
        .. Average.Weights.Select(pair => ("average." + pair.Key, pair.Value)),
        ("projection", Projection),
        .. _muon.Momenta.Select((value, i) => ($"muon.{i}", value)),
        .. _adam.First.Select((value, i) => ($"adam.first.{i}", value)),
        .. _adam.Second.Select((value, i) => ($"adam.second.{i}", value)),
    ];
}
