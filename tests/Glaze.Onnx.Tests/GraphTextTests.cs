using Glaze.TestKit.Golden;
using Glaze.TestKit.Models;

namespace Glaze.Onnx.Tests;

public sealed class GraphTextTests
{
    [Fact]
    public void Dump_SmallModel_IsTheApprovedText() => GoldenText.ShouldMatch("SmallModel", GraphText.Dump(SmallModels.ConvolutionThenMean()));
}
