using Glaze.Cloaking.Arithmetic;

namespace Glaze.Cloaking.Tests.Arithmetic;

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

    [Fact]
    public void Normalize_BlurredOnes_GivesOnes()
    {
        var planes = Enumerable.Repeat(1f, 2 * 40 * 50).ToArray();
        var filter = new GaussianFilter(1.5);

        filter.Apply(planes, 40, 50);
        filter.Normalize(planes, 40, 50);

        planes.ShouldAllBe(value => value == 1f);
    }

    [Fact]
    public void Apply_SeveralPlanes_AreBlurredEachOnItsOwn()
    {
        var planes = TestTensors.Normal(3 * 20 * 70, 1);
        var alone = planes[(20 * 70)..(2 * 20 * 70)];
        var filter = new GaussianFilter(1.1);

        filter.Apply(planes, 20, 70);
        filter.Apply(alone, 20, 70);

        planes[(20 * 70)..(2 * 20 * 70)].ShouldBe(alone);
    }
}
