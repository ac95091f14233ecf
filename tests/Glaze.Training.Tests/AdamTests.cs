using Glaze.Training.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Tests;

public sealed class AdamTests
{
    [Fact]
    public void Step_ManyTimes_MovesAsLibtorchsAdam()
    {
        using var scope = NewDisposeScope();
        var start = randn([7, 5], generator: new Generator(1));
        var (ours, theirs) = (start.clone().requires_grad_(), new TorchSharp.Modules.Parameter(start.clone()));
        var adam = new Adam([ours]);
        using var peer = optim.Adam([theirs], 0.03, beta1: 0.9, beta2: 0.98, eps: 1e-8);

        for (var step = 1; step <= 20; step++)
        {
            foreach (var weight in new[] { ours, theirs })
            {
                weight.grad?.zero_();
                (weight - 2).pow(4).sum().backward();
            }

            adam.Step(0.03, step);
            peer.step();
        }

        (ours - theirs).abs().max().item<float>().ShouldBeLessThan(2e-5f);
        (ours - start).abs().max().item<float>().ShouldBeGreaterThan(0.3f);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1e9)]
    public void Clip_Gradients_HaveTheNormThatIsLeftOrTheirOwn(double limit)
    {
        using var scope = NewDisposeScope();
        Tensor[] weights = [zeros(3).requires_grad_(), zeros(2).requires_grad_(), zeros(4).requires_grad_()];
        ((weights[0] * 6).sum() + (weights[1] * tensor([3f, -4f])).sum()).backward();

        Gradients.Clip(weights, limit).ShouldBeTrue();

        var norm = Math.Sqrt((3 * 36) + 25);
        weights.Sum(weight => weight.grad is { } gradient ? gradient.square().sum().item<float>() : 0).ShouldBe((float)Math.Pow(Math.Min(limit, norm), 2), 1e-3f);
    }

    [Fact]
    public void Clip_GradientThatIsNoNumber_SaysSo()
    {
        using var scope = NewDisposeScope();
        var weight = zeros(3).requires_grad_();
        (weight * float.NaN).sum().backward();

        Gradients.Clip([weight], 1).ShouldBeFalse();
    }
}
