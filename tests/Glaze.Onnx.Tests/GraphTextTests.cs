using Glaze.TestKit.Golden;

namespace Glaze.Onnx.Tests;

public sealed class GraphTextTests
{
    [Fact]
    public void Dump_SmallModel_IsTheApprovedText() => GoldenText.ShouldMatch("SmallModel", GraphText.Dump(SmallModels.ConvolutionThenMean()));
}
