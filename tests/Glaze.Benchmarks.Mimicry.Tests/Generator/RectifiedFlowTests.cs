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
    public void Sample_Guided_GoesBeyondTheNetByWhatItLearned()
    {
        var (origin, net) = (Shifted(0.5f), Shifted(0.75f));

        Moved(RectifiedFlow.Sample(net, 3, 4, 7)).ShouldBe(0.75, 1e-5);
        Moved(RectifiedFlow.Sample(net, 3, 4, 7, origin, 1)).ShouldBe(0.75, 1e-5);
        Moved(RectifiedFlow.Sample(net, 3, 4, 7, origin, 3)).ShouldBe(0.5 + (3 * 0.25), 1e-5);

        // A net that tells the same velocity everywhere: its last layer's bias.
        static FlowNet Shifted(float velocity)
        {
            var shifted = ToyFlow.Net(1);
            shifted.Weights["result.bias"].fill_(velocity);
            return shifted;
        }

        static double Moved(Tensor samples) => (samples - randn(samples.shape, generator: new torch.Generator(7))).mean().item<float>();
    }

    [Fact]
    public void Velocity_OfALatent_HasItsShape()
    {
        ToyFlow.Net(1).Velocity(zeros(2, ToyFlow.Channels, ToyFlow.Side, ToyFlow.Side), rand(2)).shape.ShouldBe([2, ToyFlow.Channels, ToyFlow.Side, ToyFlow.Side]);
    }
}
