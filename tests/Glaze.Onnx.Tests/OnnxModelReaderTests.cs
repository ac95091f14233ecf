using FsCheck.Fluent;
using FsCheck;
using Glaze.Onnx.Shapes;
using Glaze.TestKit.Models;

namespace Glaze.Onnx.Tests;

public sealed class OnnxModelReaderTests
{
    [Fact]
    public void Read_Empty_IsRefused() => Should.Throw<InvalidModelException>(() => OnnxModelReader.Read([]));

    [Fact]
    public void Read_Text_IsRefused() => Should.Throw<InvalidModelException>(() => OnnxModelReader.Read("this is not a model"u8.ToArray()));

    [Fact]
    public void Read_EveryTruncation_IsRefusedOrRead()
    {
        var bytes = OnnxModelWriter.Write(SmallModels.ConvolutionThenMean());

        for (var length = 0; length < bytes.Length; length++)
        {
            ReadOrRefuse(bytes[..length]);
        }
    }

    [Fact]
    public void Read_AnyThreeBytesChanged_IsRefusedOrRead()
    {
        var valid = OnnxModelWriter.Write(SmallModels.ConvolutionThenMean());

        Prop.ForAll<(int Place, byte Value)[]>(changes =>
        {
            var bytes = valid.ToArray();
            foreach (var (place, value) in changes.Take(3))
            {
                bytes[(place & int.MaxValue) % bytes.Length] = value;
            }

            ReadOrRefuse(bytes);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(77, 101));
    }

    [Fact]
    public void Read_TensorWithTooFewBytes_NamesIt()
    {
        var proto = Protobuf.ModelProto.Parser.ParseFrom(OnnxModelWriter.Write(SmallModels.ConvolutionThenMean()));
        proto.Graph.Initializer.Single(tensor => tensor.Name == "w").Dims[0] = 4;

        Should.Throw<InvalidModelException>(() => OnnxModelReader.Read(Google.Protobuf.MessageExtensions.ToByteArray(proto)))
            .Message.ShouldContain("initializer 'w'");
    }

    // Malformed content may be refused in one way only; what is read may be used.
    private static void ReadOrRefuse(byte[] bytes)
    {
        try
        {
            var model = OnnxModelReader.Read(bytes);
            _ = GraphText.Dump(model);
            _ = ShapeInference.Infer(model);
        }
        catch (InvalidModelException)
        {
            // Expected of broken input.
        }
    }
}
