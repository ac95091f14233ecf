using Glaze.Imaging.Resampling;

namespace Glaze.Imaging.Tests;

public sealed class WeightedRowsTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(7, 0, 3)]
    [InlineData(33, 1, 5)]
    [InlineData(100, 100, 4)]
    public void Sum_AnyLength_AddsInTheOrderOfTheWeights(int length, int step, int count)
    {
        var source = TestPictures.Gaussian(length + ((count - 1) * step), 1, 3).Values;
        var weights = TestPictures.Gaussian(count, 1, 4).Values[..count];
        var target = new float[length];

        WeightedRows.Sum(source, step, weights, target);

        for (var i = 0; i < length; i++)
        {
            var sum = 0f;
            for (var k = 0; k < count; k++)
            {
                sum += source[i + (k * step)] * weights[k];
            }

            target[i].ShouldBe(sum, $"at {i}");
        }
    }

    [Fact]
    public void Sum_SourceTooShort_Throws() =>
        Should.Throw<ArgumentException>(() => WeightedRows.Sum(new float[9], 5, [1f, 1f], new float[5]));
}
