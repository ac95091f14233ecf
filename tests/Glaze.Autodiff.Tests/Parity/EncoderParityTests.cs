using Glaze.Onnx;
using Glaze.Onnx.Safetensors;
using Glaze.TestKit;
using Glaze.TestKit.Models;
using Xunit.Abstractions;

namespace Glaze.Autodiff.Tests.Parity;

/// <summary>Latent, loss and input gradient against numbers that PyTorch's autograd gave for the same weights.</summary>
public sealed class EncoderParityTests(ITestOutputHelper output)
{
    private const double Tolerance = 1e-4;

    [FactIfShared("surrogates/taef2_encoder.parity-64x64.safetensors")]
    public void GradientGraph_OfAPublishedEncoderOnASquare_EqualsAutograd() => CheckPublished("64x64");

    [FactIfShared("surrogates/taef2_encoder.parity-160x96.safetensors")]
    public void GradientGraph_OfAPublishedEncoderOnAWidePicture_EqualsAutograd() => CheckPublished("160x96");

    // Made by make-small-encoder.py beside the file: strided 5×5 and 3×3 convolutions, a residual block with a pooled branch.
    [Fact]
    public void GradientGraph_OfASmallEncoder_EqualsAutograd()
    {
        var file = SafetensorsFile.Open(Path.Combine(Repository.Root, "tests", "Glaze.Autodiff.Tests", "Parity", "small-encoder.safetensors"));

        Check(file, file, (encoder, x) => encoder.Conv("4", encoder.Block(3, encoder.Conv("2", encoder.Block(1, encoder.Conv("0", x, stride: 2)), stride: 2))));
    }

    private void CheckPublished(string size)
    {
        var weights = SafetensorsFile.Open(Repository.Shared("surrogates/taef2_encoder.safetensors"));
        var reference = SafetensorsFile.Open(Repository.Shared($"surrogates/taef2_encoder.parity-{size}.safetensors"));

        Check(weights, reference, (encoder, x) => encoder.Taef2(x));
    }

    private void Check(SafetensorsFile weights, SafetensorsFile reference, Func<TinyEncoder, string, string> build)
    {
        var graph = new GraphBuilder(name: "encoder");
        var x = graph.Input("x", reference.Tensor("x").Shape);
        var target = graph.Input("target", reference.Tensor("target").Shape);
        var latent = build(new TinyEncoder(weights, graph), x);
        graph.Output(latent);
        graph.Output(graph.MeanSquaredError(latent, target, "loss"));
        using var runtime = RuntimeModel.Load(GradientGraphBuilder.Build(graph.Build(), "loss", ["x"]));

        var results = runtime.Run(new Dictionary<string, OnnxTensor> { ["x"] = reference.Tensor("x"), ["target"] = reference.Tensor("target") });

        RelativeError("latent", results[latent], reference).ShouldBeLessThan(Tolerance);
        RelativeError("loss", results["loss"], reference).ShouldBeLessThan(Tolerance);
        RelativeError("grad_x", results["grad_x"], reference).ShouldBeLessThan(Tolerance);
    }

    // ‖actual − expected‖ / ‖expected‖
    private double RelativeError(string name, OnnxTensor actual, SafetensorsFile reference)
    {
        var expected = reference.Tensor(name).ToFloats();
        var difference = actual.ToFloats().Zip(expected, (a, e) => (double)a - e).Sum(value => value * value);
        var error = Math.Sqrt(difference / expected.Sum(value => (double)value * value));
        output.WriteLine($"{name}: relative error {error:E2}");
        return error;
    }
}
