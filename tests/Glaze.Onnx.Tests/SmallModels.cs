namespace Glaze.Onnx.Tests;

/// <summary>Models small enough to be read at a glance.</summary>
internal static class SmallModels
{
    public static OnnxModel ConvolutionThenMean()
    {
        var builder = new GraphBuilder(name: "small");
        var x = builder.Input("x", 1, 2, 4, 4);
        var weights = builder.Initializer("w", OnnxTensor.FromFloats([3, 2, 3, 3], [.. Enumerable.Range(0, 54).Select(index => index / 54f)]));
        var bias = builder.Initializer("b", OnnxTensor.FromFloats([3], [0.5f, -0.5f, 0.25f]));
        builder.Output(builder.Relu(builder.Conv(x, weights, bias, stride: 2), "features"));
        builder.Output(builder.ReduceMean("features", keepDims: false, output: "mean"));
        var model = builder.Build();
        model.Metadata["author"] = "a test";
        model.OtherOpsets["com.example"] = 3;
        return model;
    }
}
