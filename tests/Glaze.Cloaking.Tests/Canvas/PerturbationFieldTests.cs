using Glaze.Cloaking.Canvas;
using Glaze.Imaging;

namespace Glaze.Cloaking.Tests.Canvas;

public sealed class PerturbationFieldTests
{
    [Fact]
    public void Write_LargestBoundOfAnyIntensity_ComesBackWhole()
    {
        var bound = (float)new CloakSettings(Intensity: 100).Epsilon;
        var field = new PerturbationField(2, 1);
        var window = new CanvasWindow(0, 0, 2, 1);

        field.Write(window, new PlanarImage(2, 1, [bound, -bound, 1, -0.25f, 0, 7.75f]));

        bound.ShouldBeLessThanOrEqualTo(PerturbationField.Largest);
        field.Read(window).Values.ShouldBe([bound, -bound, 1, -0.25f, 0, 7.75f]);
        field.Level(0, 0, 0).ShouldBe((int)bound);
        field.Level(0, 1, 0).ShouldBe(-(int)bound);
        field.Level(2, 1, 0).ShouldBe(8);
    }
}
