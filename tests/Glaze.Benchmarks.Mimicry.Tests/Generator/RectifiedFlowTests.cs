using Glaze.Benchmarks.Mimicry.Generator;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Benchmarks.Mimicry.Tests.Generator;

public sealed class RectifiedFlowTests
{
    // A net that knows nothing tells no velocity, so its loss is the mean square of picture − noise: 1 + 2² where all pictures are 2.
    [Fact]
    public void Loss_OfANetThatTellsNoVelocity_IsTheMeanSquareOfTheWay()
    {
        var latents = full([64, ToyFlow.Channels, ToyFlow.Side, ToyFlow.Side], 2f);

        RectifiedFlow.Loss(ToyFlow.Net(1), latents, new torch.Generator(3)).item<float>().ShouldBe(5, 0.15);
    }

    [Fact]
    public void Sample_OfANetThatTellsNoVelocity_IsTheNoiseItStartsFrom()
    {
        var samples = RectifiedFlow.Sample(ToyFlow.Net(1), 3, 4, 7);

        (samples - randn(samples.shape, generator: new torch.Generator(7))).abs().max().item<float>().ShouldBe(0);
    }

    [Fact]
    public void Velocity_OfALatent_HasItsShape()
    {
        ToyFlow.Net(1).Velocity(zeros(2, ToyFlow.Channels, ToyFlow.Side, ToyFlow.Side), rand(2)).shape.ShouldBe([2, ToyFlow.Channels, ToyFlow.Side, ToyFlow.Side]);
    }
}
