using Glaze.Training.Training;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Glaze.Benchmarks.Mimicry.Judging;

/// <summary>A linear classifier (logistic regression, L2) of features: by which hand is a picture? Classes weigh the same, however many pictures they have.</summary>
internal sealed class LinearJudge
{
    private const int Steps = 300;
    private const double Rate = 0.02;
    private readonly Tensor _mean;
    private readonly Tensor _deviation;
    private readonly Tensor _weight;
    private readonly Tensor _bias;

    /// <summary>Learns from examples.</summary>
    /// <param name="classes">(N, D) features of each class.</param>
    /// <param name="decay">Weight of the squared weights in the loss.</param>
    public LinearJudge(IReadOnlyList<Tensor> classes, double decay = 0.01)
    {
        using var scope = NewDisposeScope();
        var features = cat([.. classes]);
        (_mean, _deviation) = (features.mean([0], keepdim: true), features.std(0, keepdim: true) + 1e-6);
        var labels = cat([.. classes.Select((rows, label) => full([rows.shape[0]], label, dtype: ScalarType.Int64))]);
        var fair = tensor(classes.Select(rows => (float)features.shape[0] / (classes.Count * rows.shape[0])).ToArray());
        var x = (features - _mean) / _deviation;
        _weight = zeros(classes.Count, features.shape[1]).requires_grad_();
        _bias = zeros(classes.Count).requires_grad_();
        var adam = new Adam([_weight, _bias]);
        for (var step = 1; step <= Steps; step++)
        {
            using var inner = NewDisposeScope();
            (F.cross_entropy(F.linear(x, _weight, _bias), labels, fair) + (decay * _weight.square().sum())).backward();
            adam.Step(Rate, step);
            using var quiet = no_grad();
            _weight.grad!.zero_();
            _bias.grad!.zero_();
        }

        foreach (var kept in (Tensor[])[_mean, _deviation, _weight, _bias])
        {
            kept.MoveToOuterDisposeScope();
        }
    }

    /// <summary>Probability of each class, (N, classes).</summary>
    public Tensor Ask(Tensor features)
    {
        using var _ = no_grad();
        return F.softmax(F.linear((features - _mean) / _deviation, _weight, _bias), 1);
    }

    /// <summary>Share of pictures that the judge gives to a class.</summary>
    public double Share(Tensor features, int label)
    {
        using var scope = NewDisposeScope();
        return Ask(features).argmax(1).eq(label).to_type(ScalarType.Float32).mean().item<float>();
    }
}
