using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Objectives;
using Glaze.Inference;
using Glaze.Onnx;
using Glaze.Onnx.Safetensors;

namespace Glaze.Cloaking.Tests.Encoders;

public sealed class LayerListEncoderTests
{
    [Theory]
    [InlineData("a", "own-a")]
    [InlineData("own-b", "own-b")]
    public void ReadAll_NetWithItsOwnName_CountsItsLayersAndIsNamedOnce(string net, string name)
    {
        var json = $$"""{"nets":[{"name":"{{net}}","layers":[{"op":"conv","name":"x.0","in":3,"out":4,"kernel":3,"stride":2},{"op":"block","name":"x.1","channels":4}]}]}""";
        var tensors = new Dictionary<string, OnnxTensor>
        {
            ["x.0.weight"] = OnnxTensor.Filled([4, 3, 3, 3], 0.1),
            ["x.0.bias"] = OnnxTensor.Filled([4], 0),
            ["x.1.conv1.weight"] = OnnxTensor.Filled([4, 4, 3, 3], 0.1),
            ["x.1.conv1.bias"] = OnnxTensor.Filled([4], 0),
            ["x.1.conv2.weight"] = OnnxTensor.Filled([4, 4, 3, 3], 0.1),
            ["x.1.conv2.bias"] = OnnxTensor.Filled([4], 0),
            ["latent.std"] = OnnxTensor.Filled([4], 1),
        };
        var file = SafetensorsFile.Open(SafetensorsWriter.Write(tensors, new Dictionary<string, string> { ["architecture"] = json }));

        var encoder = LayerListEncoder.ReadAll("own", file).ShouldHaveSingleItem();

        encoder.Name.ShouldBe(name);
        encoder.ParameterCount.ShouldBe((4 * 3 * 9) + 4 + (2 * ((4 * 4 * 9) + 4)));
        encoder.Downscale.ShouldBe(2);
        encoder.Guide.ShouldBeSameAs(encoder, "it has no head that could be taken off");
    }

    [Fact]
    public void Guide_NetWithAHead_ShowsTheLayerBeforeItAsOneFamilyMore()
    {
        const string Json = """
            {"families":[{"name":"sd","channels":2},{"name":"sdxl","channels":1}],"nets":[{"name":"a","layers":[
            {"op":"conv","name":"x.0","in":3,"out":4,"kernel":3,"stride":2,"relu":true},{"op":"conv","name":"x.1","in":4,"out":3,"kernel":1,"stride":1}]}]}
            """;
        var file = SafetensorsFile.Open(SafetensorsWriter.Write(
            new Dictionary<string, OnnxTensor>
            {
                ["x.0.weight"] = OnnxTensor.Filled([4, 3, 3, 3], 0.1),
                ["x.0.bias"] = OnnxTensor.Filled([4], 0),
                ["x.1.weight"] = OnnxTensor.Filled([3, 4, 1, 1], 0.25),
                ["x.1.bias"] = OnnxTensor.Filled([3], 7),
                ["latent.std"] = OnnxTensor.Filled([3], 2),
            },
            new Dictionary<string, string> { ["architecture"] = Json }));
        var encoder = LayerListEncoder.ReadAll("own", file).ShouldHaveSingleItem();

        var guide = encoder.Guide;

        guide.ShouldBeSameAs(encoder.Guide, "sessions are kept for it");
        guide.Families.Select(family => (family.Start, family.Channels)).ShouldBe([(0, 2), (2, 1), (3, 4)]);
        guide.LatentDeviation.ShouldBe([2, 2, 2, 1, 1, 1, 1]);
        using var sessions = new SessionPool(new SurrogateEnsemble([guide]), new SessionSettings(Threads: 1));
        var latent = sessions.Latents(TestTensors.Constant(8, 8, 1), CancellationToken.None)[0];
        // In the middle of a white picture each of 27 products is 0.1; the head takes the mean of four equal channels and adds 7.
        latent.Chunk(16).Select(plane => plane[5]).ShouldBe([9.7f, 9.7f, 9.7f, 2.7f, 2.7f, 2.7f, 2.7f], 1e-4);
    }

    [Theory]
    [InlineData("""{"nets":[null]}""")]
    [InlineData("""{"nets":[{"name":"a","layers":null}]}""")]
    [InlineData("""{"nets":[{"name":"a","layers":[]}]}""")]
    [InlineData("""{"nets":[{"name":"a","layers":[null]}]}""")]
    [InlineData("""{"nets":[{"layers":[{"op":"conv","name":"x.0","in":3,"out":4,"kernel":3,"stride":2}]}]}""")]
    [InlineData("""{"nets":[{"name":null,"layers":[{"op":"conv","name":"x.0","in":3,"out":4,"kernel":3,"stride":2}]}]}""")]
    [InlineData("""{"nets":[{"name":"a","layers":[{"op":null,"name":"x.0","out":4}]}]}""")]
    [InlineData("""{"nets":[{"name":"a","layers":[{"op":"block","name":"x.0","channels":3}]}]}""")]
    [InlineData("""{"nets":[{"name":"a","layers":[{"op":"conv","name":"x.0","in":3,"out":5,"kernel":3,"stride":2}]}]}""")]
    [InlineData("""{"nets":[{"name":"a","layers":[{"op":"conv","name":"x.0","in":3,"out":4,"kernel":3,"stride":-2}]}]}""")]
    public void ReadAll_HostileArchitecture_IsRefused(string json)
    {
        var tensors = new Dictionary<string, OnnxTensor>
        {
            ["x.0.weight"] = OnnxTensor.Filled([4, 3, 3, 3], 0.1),
            ["x.0.bias"] = OnnxTensor.Filled([4], 0),
        };
        var file = SafetensorsFile.Open(SafetensorsWriter.Write(tensors, new Dictionary<string, string> { ["architecture"] = json }));

        Should.Throw<InvalidModelException>(() => LayerListEncoder.ReadAll("own", file));
    }

    [Theory]
    [InlineData(3, 1.0)]
    [InlineData(4, 0.0)]
    [InlineData(4, double.NaN)]
    public void ReadAll_DeviationThatDoesNotFit_IsRefused(int count, double value)
    {
        const string Json = """{"nets":[{"name":"a","layers":[{"op":"conv","name":"x.0","in":3,"out":4,"kernel":3,"stride":2}]}]}""";
        var tensors = new Dictionary<string, OnnxTensor>
        {
            ["x.0.weight"] = OnnxTensor.Filled([4, 3, 3, 3], 0.1),
            ["x.0.bias"] = OnnxTensor.Filled([4], 0),
            ["latent.std"] = OnnxTensor.Filled([count], value),
        };
        var file = SafetensorsFile.Open(SafetensorsWriter.Write(tensors, new Dictionary<string, string> { ["architecture"] = Json }));

        Should.Throw<InvalidModelException>(() => LayerListEncoder.ReadAll("own", file)).Message.ShouldContain("latent.std");
    }
}
