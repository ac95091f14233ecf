using Glaze.Training.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Tests;

public sealed class MuonTests
{
    [Fact]
    public void Step_AnyGradient_MovesByAMatrixWhoseSingularValuesAreNearOne()
    {
        using var scope = NewDisposeScope();
        var weight = zeros([6, 4, 3, 3]).requires_grad_();
        (weight * randn([6, 4, 3, 3], generator: new Generator(3)) * linspace(0.01, 3, 6).reshape(6, 1, 1, 1)).sum().backward();

        new Muon([weight]).Step(1);

        // The step is −0.4·√36 times the orthogonal matrix.
        var singular = linalg.svdvals(weight.detach().flatten(1) / -2.4).data<float>().ToArray();
        singular.ShouldAllBe(value => value > 0.5f && value < 1.4f);
    }
}
