using Glaze.Cloaking.Views;
using Glaze.Inference;
using Glaze.Onnx;

namespace Glaze.Cloaking.Tests.Views;

public sealed class LatentDecoderTests
{
    [Fact]
    public void Append_DecoderThatRepeats_PaintsEveryPlaceOfTheLatentAsABlockOfItsColour()
    {
        const int Height = 2;
        const int Width = 3;
        var latent = TestTensors.Normal(4 * Height * Width, 7).Select(value => Math.Clamp(0.5f + value, -0.2f, 1.2f)).ToArray();

        var picture = Decode(TinyDecoder.Create(), latent, Width, Height);

        for (var i = 0; i < picture.Length; i++)
        {
            var (c, y, x) = (i / (64 * Height * Width), i / (8 * Width) % (8 * Height), i % (8 * Width));
            picture[i].ShouldBe(Math.Clamp(latent[(c * Height * Width) + (y / 8 * Width) + (x / 8)], 0, 1), 1e-6f);
        }
    }

    // The four channels of a colour become the pixels of a 2 × 2 block in reading order, as PyTorch's pixel_shuffle has it.
    [Fact]
    public void Append_Shuffle_LaysChannelsInReadingOrder()
    {
        var decoder = TinyDecoder.Create("""{"decoder":{"family":"sd","channels":12,"layers":[{"op":"enlarge","name":"a"},{"op":"enlarge","name":"b"},{"op":"shuffle","name":"c"}]}}""");
        var latent = Enumerable.Range(0, 12).Select(channel => channel / 12f).ToArray();

        var picture = Decode(decoder, latent, 1, 1);

        for (var c = 0; c < 3; c++)
        {
            foreach (var (y, x) in ((int, int)[])[(0, 0), (0, 1), (1, 0), (1, 1)])
            {
                picture[(64 * c) + (8 * y) + x].ShouldBe(((4 * c) + (2 * y) + x) / 12f, 1e-6f);
            }
        }
    }

    [Theory]
    [InlineData("""{"decoder":null}""")]
    [InlineData("""{"decoder":{"family":"sd","channels":4,"layers":[]}}""")]
    [InlineData("""{"decoder":{"family":"sd","channels":4,"layers":[null]}}""")]
    [InlineData("""{"decoder":{"family":"sd","channels":4,"layers":[{"op":"shuffle","name":"v"}]}}""")]
    [InlineData("""{"decoder":{"family":"sd","channels":4,"layers":[{"op":"conv","name":"v.2","out":12},{"op":"shuffle","name":"v.3"}]}}""")]
    [InlineData("""{"decoder":{"family":"sd","channels":4,"layers":[{"op":"conv","name":"v.2","out":-1}]}}""")]
    [InlineData("""{"decoder":{"family":"sd","channels":5,"layers":[{"op":"enlarge","name":"v"},{"op":"enlarge","name":"v"},{"op":"conv","name":"v.2","out":12},{"op":"shuffle","name":"v.3"}]}}""")]
    [InlineData("""{"decoder":{"family":"sd","channels":4,"layers":[{"op":"warp","name":"v"}]}}""")]
    [InlineData("[]")]
    public void Read_HostileArchitecture_IsRefused(string json) => Should.Throw<InvalidModelException>(() => TinyDecoder.Create(json));

    private static float[] Decode(LatentDecoder decoder, float[] latent, int width, int height)
    {
        var graph = new GraphBuilder();
        var input = graph.Input("latent", 1, decoder.LatentChannels, height, width);
        graph.Output(graph.NamedNode("picture", "Identity", [decoder.Append(graph, input, width, height)]));
        using var session = ModelSession.Create(OnnxModelWriter.Write(graph.Build()), new SessionSettings(ExecutionProvider.Cpu, 1));
        var picture = new float[3 * 64 * height * width];
        session.Run(new Dictionary<string, float[]> { ["latent"] = latent }, new Dictionary<string, float[]> { ["picture"] = picture }, CancellationToken.None);
        return picture;
    }
}
