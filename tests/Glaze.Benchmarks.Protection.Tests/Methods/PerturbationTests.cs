using Glaze.Benchmarks.Protection.Methods;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection.Tests.Methods;

public sealed class PerturbationTests
{
    [Fact]
    public void Apply_WholeLevels_AddsEachPlaneToItsColourAndLeavesAlpha()
    {
        var original = new PixelBuffer(2, 1, [10, 20, 30, 255, 40, 250, 3, 255]);

        var cloaked = Perturbation.Apply(original, [1, 2, 3, 4, 5, -6], 2);

        cloaked.Rgba.ShouldBe([12, 26, 40, 255, 44, 255, 0, 255]);
        original.Rgba[0].ShouldBe((byte)10);
    }

    [Fact]
    public void Apply_AQuarterOfALevel_ChangesAQuarterOfTheValuesByOne()
    {
        var original = new PixelBuffer(64, 64);

        var cloaked = Perturbation.Apply(original, [.. Enumerable.Repeat(0.5f, 3 * 64 * 64)], 0.5);

        cloaked.Rgba.Max().ShouldBe((byte)1);
        (cloaked.Rgba.Sum(value => value) / (3.0 * 64 * 64)).ShouldBe(0.25, 0.02);
    }
}
