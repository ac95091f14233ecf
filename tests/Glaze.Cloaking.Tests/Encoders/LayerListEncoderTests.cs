using Glaze.Cloaking.Encoders;
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
