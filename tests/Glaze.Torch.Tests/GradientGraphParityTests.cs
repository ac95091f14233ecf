using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Encoders.Lpips;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;
using Glaze.Inference;
using Glaze.Onnx.Safetensors;
using Glaze.TestKit;
using Glaze.TestKit.Models;
using Glaze.Torch.Tests.Published;
using TorchSharp;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace Glaze.Torch.Tests;

/// <summary>
/// Loss and input gradient of every architecture, three ways: our gradient graph in ONNX Runtime, our forward graph in the TorchSharp
/// backend, and the published architecture in libtorch's own layers, the last two differentiated by libtorch's autograd.
/// </summary>
public sealed class GradientGraphParityTests(ITestOutputHelper output)
{
    private const double Tolerance = 1e-4;

    private static readonly SessionSettings Processor = new(ExecutionProvider.Cpu, Threads: 1);
    private static readonly TorchBackend Backend = new();

    [Theory]
    [InlineData("kl-sd-full", 24, 32)]
    [InlineData("kl-original-narrow", 40, 24)]
    [InlineData("kl-flux1-narrow", 32, 32)]
    [InlineData("kl-flux2-narrow", 32, 32)]
    [InlineData("kl-early-diffusers-narrow", 16, 48)]
    [InlineData("tiny-sd", 32, 40)]
    [InlineData("tiny-flux1", 32, 32)]
    [InlineData("tiny-flux2", 32, 48)]
    [InlineData("tiny-sana", 64, 96)]
    public void Gradient_EncoderOfAPublishedShape_EqualsAutograd(string name, int height, int width) =>
        CheckEncoder(name, SyntheticNumbers.Weights(PublishedShapes.Of(name)), 0, height, width);

    [Theory]
    [InlineData(32, 32)]
    [InlineData(48, 32)]
    public void Gradient_GlazeMini_EqualsAutograd(int height, int width) =>
        CheckEncoder("glaze-mini", SafetensorsFile.Open(Path.Combine(Repository.Root, "models", "glaze-mini.safetensors")), 0, height, width);

    [Fact]
    public void Gradient_GlazeMiniWithItsInnerLayer_EqualsAutograd()
    {
        var file = SafetensorsFile.Open(Path.Combine(Repository.Root, "models", "glaze-mini.safetensors"));
        using var weights = new PublishedWeights(file, float64);
        CheckEncoder(EncoderFile.Read(file, "glaze-mini")[0].Guide, LayerList.ReadWithInnerLayer(weights, file.Metadata["architecture"], 0), 32, 48);
    }

    [Theory]
    [InlineData("tiny-sd", 32, 40)]
    [InlineData("tiny-flux2", 32, 32)]
    [InlineData("tiny-sana", 64, 32)]
    public void Gradient_TinyEncoderWithItsInnerLayer_EqualsAutograd(string name, int height, int width)
    {
        var file = SyntheticNumbers.Weights(PublishedShapes.Of(name));
        using var weights = new PublishedWeights(file, float64);
        CheckEncoder(EncoderFile.Read(file, name)[0].Guide, TinyAutoencoder.ReadWithInnerLayer(weights), height, width);
    }

    [FactIfShared("surrogates/taesd_encoder.safetensors")]
    public void Gradient_TheTinyEncoderOfStableDiffusion_EqualsAutograd() => CheckShared("taesd_encoder");

    [FactIfShared("surrogates/taef1_encoder.safetensors")]
    public void Gradient_TheTinyEncoderOfFlux1_EqualsAutograd() => CheckShared("taef1_encoder");

    [FactIfShared("surrogates/taef2_encoder.safetensors")]
    public void Gradient_TheTinyEncoderOfFlux2_EqualsAutograd() => CheckShared("taef2_encoder");

    [Theory]
    [InlineData("lpips-alexnet", 40, 48)]
    [InlineData("lpips-vgg16-narrow", 32, 40)]
    public void Gradient_Lpips_EqualsAutograd(string name, int height, int width)
    {
        var file = SyntheticNumbers.Weights(PublishedShapes.Of(name));
        var network = LpipsNetwork.Read(file);
        var original = SyntheticNumbers.Uniform("x", 3 * height * width);
        using var weights = new PublishedWeights(file, float64);
        using var reference = tensor(original, [1, 3, height, width]).to(float64);
        var point = SmoothPoint.Find(x => Lpips.Distance(weights, x, reference), number => Changed(original, number), 1, 3, height, width);

        using var loss = new LpipsLoss(network, new PlanarImage(width, height, original), Processor, CancellationToken.None);
        var gradient = new PlanarImage(width, height);
        var ours = new StepResult([(float)loss.Evaluate(new PlanarImage(width, height, point.Image), gradient, CancellationToken.None)], gradient.Values);
        Check(name + ", published layers", ours, point.Reference);
        using var features = Backend.Open(Glaze.Onnx.OnnxModelWriter.Write(LpipsGraph.FeatureModel(network, width, height)), Processor);
        var inputs = features.Outputs.ToDictionary(value => value.Name, value => new float[value.ElementCount]);
        features.Run(new Dictionary<string, float[]> { [LpipsGraph.Image] = original }, inputs, CancellationToken.None);
        inputs[LpipsGraph.Image] = point.Image;
        using var session = Backend.Open(LpipsGraph.Objective(network, width, height), Processor);
        Check(name + ", backend", ours, StepResult.Of(session, inputs, LpipsGraph.Distance, LpipsGraph.Gradient));
    }

    private static float[] Changed(float[] original, int number) =>
        [.. original.Zip(SyntheticNumbers.Uniform($"delta{number}", original.Length, -1, 1), (x, delta) => x + (0.1f * delta))];

    private void CheckShared(string name) => CheckEncoder(name, SafetensorsFile.Open(Repository.Shared($"surrogates/{name}.safetensors")), 0, 32, 40);

    private void CheckEncoder(string name, SafetensorsFile file, int net, int height, int width)
    {
        using var weights = new PublishedWeights(file, float64);
        CheckEncoder(EncoderFile.Read(file, name)[net], PublishedEncoder.Of(weights, net), height, width);
    }

    private void CheckEncoder(SurrogateEncoder encoder, Func<Tensor, Tensor> encode, int height, int width)
    {
        long[] shape = [1, encoder.LatentChannels, height / encoder.Downscale, width / encoder.Downscale];
        var target = SyntheticNumbers.Uniform("target", shape.Aggregate(1L, (product, extent) => product * extent), -1, 1);
        var channelWeights = SyntheticNumbers.Uniform("weight", encoder.LatentChannels, 0.5, 2);
        using var perChannel = tensor(channelWeights, [1, encoder.LatentChannels, 1, 1]).to(float64);
        using var goal = tensor(target, shape).to(float64);
        using var deviation = tensor(encoder.LatentDeviation.ToArray()).to(float64).reshape(1, -1, 1, 1);
        var point = SmoothPoint.Find(
            x => (((encode(x) - goal) / deviation).pow(2).mean([2, 3], keepdim: true) * perChannel).sum(), number => SyntheticNumbers.Uniform($"x{number}", 3 * height * width), 1, 3, height, width);

        var inputs = new Dictionary<string, float[]> { [LatentGraphs.Image] = point.Image, [LatentGraphs.Target] = target, [LatentGraphs.Weight] = channelWeights };
        var model = LatentGraphs.Objective(encoder, width, height);

        using var session = ModelSession.Create(model, Processor);
        var ours = StepResult.Of(session, inputs, LatentGraphs.Loss, LatentGraphs.Gradient);
        using var torch = Backend.Open(model, Processor);
        var backend = StepResult.Of(torch, inputs, LatentGraphs.Loss, LatentGraphs.Gradient);

        Check($"{encoder.Name} {height}x{width}, published layers", ours, point.Reference);
        Check($"{encoder.Name} {height}x{width}, backend", ours, backend);
    }

    private void Check(string what, StepResult ours, StepResult reference)
    {
        var (loss, gradient) = ours.ErrorAgainst(reference);
        output.WriteLine($"{what}: loss {loss:E1}, gradient {gradient:E1}");
        reference.Gradient.ShouldContain(value => value != 0);
        loss.ShouldBeLessThanOrEqualTo(Tolerance);
        gradient.ShouldBeLessThanOrEqualTo(Tolerance);
    }
}
