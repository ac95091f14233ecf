using Glaze.Cloaking.Budget;

namespace Glaze.Cloaking.Tests.Budget;

public sealed class GaussianFilterTests
{
    [Theory]
    [InlineData(1, 1, 0.7)]
    [InlineData(19, 7, 1.5)]
    [InlineData(5, 40, 3)]
    public void Apply_AnyPlane_IsItsOwnAdjoint(int width, int height, double sigma)
    {
        var filter = new GaussianFilter(sigma);
        var x = TestTensors.Normal(width * height, 1);
        var y = TestTensors.Normal(width * height, 2);
        var blurredX = (float[])x.Clone();
        var blurredY = (float[])y.Clone();

        filter.Apply(blurredX, width, height);
        filter.Apply(blurredY, width, height);

        TestTensors.Dot(blurredX, y).ShouldBe(TestTensors.Dot(x, blurredY), 1e-3);
    }

    [Fact]
    public void Apply_Impulse_SpreadsSumOne()
    {
        var plane = new float[31 * 31];
        plane[(15 * 31) + 15] = 1;

        new GaussianFilter(2).Apply(plane, 31, 31);

        plane.Sum().ShouldBe(1, 1e-4);
        plane[(15 * 31) + 15].ShouldBe(plane.Max());
    }
}
