using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Objectives;
using Glaze.Cloaking.Views;
using Glaze.Imaging;
using Glaze.Inference;
using Glaze.Onnx;
using Glaze.Onnx.Safetensors;

namespace Glaze.Cloaking.Tests.Views;

/// <summary>Over an encoder that keeps the corner of every 8 × 8 block and a decoder that repeats it, what changes is a mosaic that is known without computing it.</summary>
public sealed class ModelViewTests
{
    [Theory]
    [InlineData(64, 48)]
    [InlineData(600, 40)]
    [InlineData(48, 1100)]
    [InlineData(1000, 700)]
    public void Render_AnySize_IsTheOriginalAndTheMosaicOfTheChangeWithoutSeams(int width, int height)
    {
        var noise = TestPictures.Noise(width, height);
        var original = TestPictures.Fill(width, height, (x, y) => ((byte)(100 + (x % 9)), (byte)(110 + (y % 7)), 120));
        var cloaked = TestPictures.Fill(width, height, (x, y) => ((byte)(100 + (noise.Rgba[4 * ((y * width) + x)] % 40)), 130, (byte)(90 + (x % 50))));

        var view = View(1).Render(original, cloaked, CancellationToken.None);

        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (seen, corner) = (4 * ((y * width) + x), 4 * ((y / 8 * 8 * width) + (x / 8 * 8)));
                for (var c = 0; c < 4; c++)
                {
                    ((int)view.Rgba[seen + c]).ShouldBe(original.Rgba[seen + c] + cloaked.Rgba[corner + c] - original.Rgba[corner + c], $"channel {c} of {x}, {y}");
                }
            }
        }
    }

    [Theory]
    [InlineData(0.25, 64)]
    [InlineData(1, 255)]
    public void Render_ShareOfTheMovement_IsShownAndNoMore(double share, byte expected)
    {
        var (black, white) = (TestPictures.Flat(24, 24, 0), TestPictures.Flat(24, 24, 255));

        var view = View(share).Render(black, white, CancellationToken.None);

        view.Rgba.Where((_, i) => i % 4 != 3).ShouldAllBe(value => value == expected);
    }

    [Fact]
    public void Render_NothingChanged_IsTheOriginal()
    {
        var picture = TestPictures.Cel(80, 64);

        View(0.25).Render(picture, picture, CancellationToken.None).Rgba.ShouldBe(picture.Rgba);
    }

    [Fact]
    public void Render_TransparentPicture_IsSeenOverWhiteAndOpaque()
    {
        var picture = TestPictures.Flat(16, 16, 10);
        TestPictures.SetAlpha(picture, _ => 0);

        View(1).Render(picture, picture, CancellationToken.None).Rgba.ShouldAllBe(value => value == 255);
    }

    private static ModelView View(double share)
    {
        var encoder = Corners();
        return new ModelView(
            TinyDecoder.Create(),
            new ViewEncoder(encoder, encoder.Families[0], share),
            new SessionPool(new SurrogateEnsemble([encoder]), new SessionSettings(ExecutionProvider.Cpu, 2)));
    }

    private static LayerListEncoder Corners()
    {
        const string Architecture = """
            {"families":[{"name":"sd","channels":4}],"nets":[{"name":"c","layers":[
              {"op":"conv","name":"c.0","out":3,"kernel":1,"stride":2},
              {"op":"conv","name":"c.1","out":3,"kernel":1,"stride":2},
              {"op":"conv","name":"c.2","out":4,"kernel":1,"stride":2}]}]}
            """;
        var tensors = new Dictionary<string, OnnxTensor>();
        foreach (var (name, channels) in ((string, int)[])[("c.0", 3), ("c.1", 3), ("c.2", 4)])
        {
            var weights = new float[channels * 3];
            for (var c = 0; c < 3; c++)
            {
                weights[(c * 3) + c] = 1;
            }

            tensors[name + ".weight"] = OnnxTensor.FromFloats([channels, 3, 1, 1], weights);
            tensors[name + ".bias"] = OnnxTensor.FromFloats([channels], new float[channels]);
        }

        return LayerListEncoder.ReadAll("c", SafetensorsFile.Open(SafetensorsWriter.Write(tensors, new Dictionary<string, string> { ["architecture"] = Architecture })))[0];
    }
}
