using Glaze.Cloaking.Encoders;
using Glaze.Onnx;
using Glaze.Onnx.Safetensors;

namespace Glaze.Cloaking.Tests.Encoders;

public sealed class LayerListEncoderTests
{
    [Fact]
    public void ReadAll_Description_TellsChannelsAndScale()
    {
        var encoder = TinyEncoder.Ensemble().Encoders.ShouldHaveSingleItem();

        encoder.Name.ShouldBe("tiny-a");
        encoder.LatentChannels.ShouldBe(4);
        encoder.Downscale.ShouldBe(8);
        encoder.ParameterCount.ShouldBe((8 * 3 * 25) + 8 + (2 * ((8 * 8 * 9) + 8)) + (8 * 8 * 9) + 8 + (4 * 8 * 9) + 4);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"nets\":[]}")]
    [InlineData("{\"nets\":[{\"name\":\"a\",\"layers\":[{\"op\":\"pool\",\"name\":\"a.0\"}]}]}")]
    [InlineData("{\"nets\":[{\"name\":\"a\",\"layers\":[{\"op\":\"conv\",\"name\":\"a.9\",\"in\":3,\"out\":8}]}]}")]
    public void ReadAll_BadDescription_IsAnInvalidModel(string architecture) =>
        Should.Throw<InvalidModelException>(() => LayerListEncoder.ReadAll(
            "tiny", SafetensorsFile.Open(SafetensorsWriter.Write(TinyEncoder.Weights(), TinyEncoder.Metadata(architecture)))));

    [Fact]
    public void ReadAll_TensorOfAnotherShape_NamesIt()
    {
        var weights = TinyEncoder.Weights();
        weights["a.2.weight"] = OnnxTensor.FromFloats([8, 8, 1, 1], new float[64]);

        Should.Throw<InvalidModelException>(() => LayerListEncoder.ReadAll(
            "tiny", SafetensorsFile.Open(SafetensorsWriter.Write(weights, TinyEncoder.Metadata(TinyEncoder.Architecture)))))
            .Message.ShouldContain("a.2");
    }
}
