using Glaze.Client.Pixels;

namespace Glaze.Client.Tests.Pixels;

public sealed class ColorDifferenceTests
{
    [Fact]
    public void Carry_UnchangedPixel_KeepsItsBytesWhateverTheConversionsLost()
    {
        // On its way there and back the value 200 became 197.
        ColorDifference.Carry([200, 17], [197, 17], [197, 17]).ShouldBe([200, 17]);
    }

    [Fact]
    public void Carry_Change_IsAddedToTheDocumentsOwnValue() =>
        ColorDifference.Carry([200, 100, 50], [197, 101, 50], [203, 97, 50]).ShouldBe([206, 96, 50]);

    [Fact]
    public void Carry_PastTheEnds_IsHeldThere() => ColorDifference.Carry([253, 3], [240, 20], [250, 10]).ShouldBe([255, 0]);

    [Fact]
    public void Carry_OtherSizes_IsRefused() => Should.Throw<ArgumentException>(() => ColorDifference.Carry([1], [1, 2], [1, 2]));
}
