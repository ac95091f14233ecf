using Glaze.Benchmarks.Mimicry.Judging;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Benchmarks.Mimicry.Tests.Judging;

public sealed class ResNet18Tests
{
    private static readonly ResNet18 Eyes = new(Path.Combine(AppContext.BaseDirectory, "ResNet18.onnx"));

    [Fact]
    public void Stages_OfAPicture_HaveThePublishedShapes()
    {
        Eyes.Stages(rand(1, 3, 64, 64)).Select(stage => string.Join('×', stage.shape)).ShouldBe(["1×64×16×16", "1×128×8×8", "1×256×4×4", "1×512×2×2"]);
    }

    // Trained with mirrored pictures, it answers to both alike; with its planes in the wrong order or shifted by wrong padding it would see other things.
    [Fact]
    public void Features_OfAMirroredPicture_AreLikeThePictures()
    {
        var picture = Rings();

        Cosine(Features(picture), Features(picture.flip(3))).ShouldBeGreaterThan(Cosine(Features(picture), Features(1 - picture)));
    }

    private static Tensor Rings()
    {
        var place = linspace(-1, 1, 96);
        var radius = (place.square().unsqueeze(0) + (place + 0.2).square().unsqueeze(1)).sqrt();
        return stack([(radius * 9).sin(), (radius * 5).cos(), radius - 0.5]).unsqueeze(0).mul(0.5).add(0.5).clamp(0, 1);
    }

    private static Tensor Features(Tensor picture) => Seen.Of(Eyes, picture).Features.flatten();

    private static double Cosine(Tensor a, Tensor b) => (a * b).sum().item<float>() / (a.norm().item<float>() * b.norm().item<float>());
}
