using Glaze.Cloaking.Targets;
using Glaze.Imaging;
using Glaze.Inference;
using Glaze.Onnx;
using Glaze.TestKit.Golden;

namespace Glaze.Cloaking.Tests.Targets;

public sealed class StyleModelTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("style-model");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    public void Render_NegativeInEitherRange_IsTheNegative(float range)
    {
        var picture = PlanarImage.FromPixels(TestPictures.Gradient(48, 32));
        var style = Open(Negative(range, -1, -1)).Style;

        var painted = style.Render(picture, seed: 0);

        painted.Values.Zip(picture.Values).ShouldAllBe(pair => Math.Abs(pair.First + pair.Second - 1) < 1e-4);
        style.Name.ShouldBe("negative");
    }

    [Fact]
    public void Render_FixedSize_GivesThePicturesSize()
    {
        var picture = PlanarImage.FromPixels(TestPictures.Gradient(70, 40));

        var painted = Open(Negative(1, 16, 24)).Style.Render(picture, seed: 0);

        (painted.Width, painted.Height).ShouldBe((70, 40));
        painted.Values[0].ShouldBe(1 - picture.Values[0], 0.1f);
    }

    [Fact]
    public void Open_TwoInputs_NamesTheFileAndTheRule()
    {
        var graph = new GraphBuilder(name: "two");
        graph.Output(graph.Add(graph.Input("a", 1, 3, 16, 16), graph.Input("b", 1, 3, 16, 16)));

        var exception = Should.Throw<InvalidModelException>(() => Open(graph.Build()));

        exception.Message.ShouldContain("negative.onnx cannot be used as a style: it must take one picture and give one picture");
    }

    [Theory]
    [InlineData(5000, 16)]
    [InlineData(16, int.MaxValue)]
    public void Open_AbsurdFixedSize_IsRefused(int height, int width) =>
        Should.Throw<InvalidModelException>(() => Open(Negative(1, height, width))).Message.ShouldContain("no side above 4096");

    [Fact]
    public void Open_Missing_NamesTheFile() =>
        Should.Throw<InvalidModelException>(() => StyleModel.Open(Path.Combine(_folder.FullName, "none.onnx"), new SessionSettings()))
            .Message.ShouldContain("none.onnx cannot be used as a style");

    [Fact]
    public void Cloak_StyleModel_IsTheTargetOfTheCloak()
    {
        var picture = TestPictures.Noise(64, 64);
        using var sessions = TinyEncoder.Sessions();
        var job = new CloakJob(picture, new CloakSettings(Quality: RenderQuality.Draft), Style: Open(Negative(255, -1, -1)).Style);

        var outcome = new Cloaker(sessions).Cloak(job, null, CancellationToken.None);

        outcome.StyleName.ShouldBe("negative");
        outcome.Target.Values[5].ShouldBe(1 - PlanarImage.FromPixels(picture).Values[5], 1e-4f);
        ImageDistance.MaxDifference(picture, outcome.Cloaked).ShouldBeGreaterThan(0);
    }

    private static OnnxModel Negative(float range, int height, int width)
    {
        var graph = new GraphBuilder(name: "negative");
        var white = graph.Initializer("white", OnnxTensor.FromFloats([1], [range]));
        graph.Output(graph.Sub(white, graph.Input("picture", 1, 3, 16, 24), "painted"));
        var model = graph.Build();
        model.Graph.Inputs[0] = model.Graph.Inputs[0] with { Shape = [1, 3, height, width] };
        model.Graph.Outputs[0] = model.Graph.Outputs[0] with { Shape = [1, 3, height, width] };
        return model;
    }

    private StyleModel Open(OnnxModel model)
    {
        var path = Path.Combine(_folder.FullName, "negative.onnx");
        File.WriteAllBytes(path, OnnxModelWriter.Write(model));
        return StyleModel.Open(path, new SessionSettings());
    }
}
