using Glaze.Client.Pixels;
using Glaze.Client.Settings;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Tests.Pixels;

public sealed class FinishedLayerTests
{
    // Three pixels in a row: opaque, half transparent, fully transparent with a hidden colour.
    private static readonly byte[] Original = [10, 20, 30, 255, 40, 50, 60, 128, 7, 8, 9, 0];

    [Fact]
    public void Create_EngineChangesWhatItMayNot_TakesItFromTheLayer()
    {
        byte[] answer = [11, 21, 31, 254, 41, 51, 61, 255, 99, 99, 99, 99];

        var layer = FinishedLayer.Create(new CloakPicture(3, 1, Original), Original, CloakSettings.Default, answer, isShared: true);

        layer.Row(0, 0, 3).ToArray().ShouldBe([11, 21, 31, 255, 41, 51, 61, 128, 7, 8, 9, 0]);
        answer[3].ShouldBe((byte)254, "the answer is shared with the cache");
    }

    [Fact]
    public void Create_PixelsNotSelected_AreTheLayersOwn()
    {
        byte[] answer = [11, 21, 31, 255, 41, 51, 61, 128, 7, 8, 9, 0];
        var masked = new CloakPicture(3, 1, Original, new PixelRectangle(0, 0, 2, 1), [0, 1]);
        var bounded = new CloakPicture(3, 1, Original, new PixelRectangle(0, 0, 1, 1));

        FinishedLayer.Create(masked, Original, CloakSettings.Default, answer, isShared: true).Row(0, 0, 3).ToArray()
            .ShouldBe([10, 20, 30, 255, 41, 51, 61, 128, 7, 8, 9, 0]);
        FinishedLayer.Create(bounded, Original, CloakSettings.Default, answer, isShared: true).Row(0, 0, 3).ToArray()
            .ShouldBe([11, 21, 31, 255, 40, 50, 60, 128, 7, 8, 9, 0]);
    }

    [Fact]
    [Trait("Issue", "15")]
    public void Create_SoftlySelectedPixel_KeepsTheEnginesValueAsItIs()
    {
        // The engine has weighed its change already; weighing it again would leave a quarter of it.
        byte[] answer = [14, 20, 30, 255, 40, 50, 60, 128, 7, 8, 9, 0];
        var picture = new CloakPicture(3, 1, Original, null, [128, 0, 0]);

        FinishedLayer.Create(picture, Original, CloakSettings.Default, answer, isShared: false).Row(0, 0, 1).ToArray().ShouldBe([14, 20, 30, 255]);
    }

    [Fact]
    public void Create_AnswerOfAnotherSize_IsRefused() => Should.Throw<InvalidDataException>(
        () => FinishedLayer.Create(new CloakPicture(3, 1, Original), Original, CloakSettings.Default, new byte[8], isShared: false));

    [Fact]
    public void Matches_AnyDifference_IsAnotherLayer()
    {
        var picture = new CloakPicture(3, 1, Original);
        var layer = FinishedLayer.Create(picture, Original, CloakSettings.Default, Original, isShared: true, "engine 1");

        layer.Matches(new CloakPicture(3, 1, Original), CloakSettings.Default with { }, "engine 1").ShouldBeTrue();
        layer.Matches(picture, CloakSettings.Default, null).ShouldBeTrue("what is unknown is no difference");
        layer.Matches(picture, CloakSettings.Default with { Intensity = 51 }, "engine 1").ShouldBeFalse();
        layer.Matches(picture, CloakSettings.Default, "engine 2").ShouldBeFalse();
        layer.Matches(new CloakPicture(1, 3, Original), CloakSettings.Default, "engine 1").ShouldBeFalse();
        layer.Matches(new CloakPicture(3, 1, Original, new PixelRectangle(0, 0, 1, 1)), CloakSettings.Default, "engine 1").ShouldBeFalse();
    }

    [Fact]
    public void Row_SecondRow_IsThatOne()
    {
        var layer = FinishedLayer.Create(
            new CloakPicture(1, 3, Original), Original, CloakSettings.Default, [1, 2, 3, 255, 4, 5, 6, 128, 7, 8, 9, 0], isShared: false);

        layer.Row(0, 1, 1).ToArray().ShouldBe([4, 5, 6, 128]);
        Should.Throw<ArgumentOutOfRangeException>(() => layer.Row(0, 1, 2).ToArray());
    }
}
