using Glaze.TestKit.Models;

namespace Glaze.Onnx.Tests;

public sealed class OnnxModelWriterTests
{
    [Fact]
    public void Write_ThenRead_GivesTheSameGraphBack()
    {
        var model = SmallModels.ConvolutionThenMean();

        var read = OnnxModelReader.Read(OnnxModelWriter.Write(model));

        GraphText.Dump(read).ShouldBe(GraphText.Dump(model));
        read.Opset.ShouldBe(OnnxModel.DefaultOpset);
        read.IrVersion.ShouldBe(OnnxModel.DefaultIrVersion);
        read.Metadata["author"].ShouldBe("a test");
        read.OtherOpsets["com.example"].ShouldBe(3);
        read.Graph.Initializers["w"].ToFloats().ShouldBe(model.Graph.Initializers["w"].ToFloats());
    }

    [Fact]
    public void Write_SameModelTwice_GivesTheSameBytes() =>
        OnnxModelWriter.Write(SmallModels.ConvolutionThenMean()).ShouldBe(OnnxModelWriter.Write(SmallModels.ConvolutionThenMean()));

    [Fact]
    public void Write_EveryKindOfAttribute_SurvivesTheRoundTrip()
    {
        var node = new OnnxNode { Operator = "Mystery", Inputs = ["x"], Outputs = ["y"], Domain = "com.example" };
        node.Attributes.Add("a", 1.5f);
        node.Attributes.Add("b", 0L);
        node.Attributes.Add("c", "text");
        node.Attributes.Add("d", OnnxTensor.FromInt64s(1, 2));
        node.Attributes.Add("e", new[] { 1f, 2f });
        node.Attributes.Add("f", Array.Empty<long>());
        node.Attributes.Add("g", new[] { "p", "q" });
        var model = new OnnxModel();
        model.Graph.Inputs.Add(new OnnxValue("x", ElementType.Float, [1]));
        model.Graph.Nodes.Add(node);
        model.Graph.Outputs.Add(new OnnxValue("y", ElementType.Undefined, []));

        var read = OnnxModelReader.Read(OnnxModelWriter.Write(model)).Graph.Nodes.ShouldHaveSingleItem();

        read.Attributes.Select(pair => $"{pair.Key} {pair.Value.Kind} {pair.Value}")
            .ShouldBe(node.Attributes.Select(pair => $"{pair.Key} {pair.Value.Kind} {pair.Value}"));
        read.Domain.ShouldBe("com.example");
    }

    [Fact]
    public void Write_UseBeforeDefinition_NamesTheNodeAndTheValue()
    {
        var model = SmallModels.ConvolutionThenMean();
        model.Graph.Nodes.Reverse();

        Should.Throw<InvalidModelException>(() => OnnxModelWriter.Write(model)).Message.ShouldContain("which nothing before it defines");
    }
}
