using Glaze.Client.Pixels;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Tests.Pixels;

public sealed class CloakPictureTests
{
    [Fact]
    public void Key_SameContent_IsTheSame()
    {
        new CloakPicture(2, 1, [1, 2, 3, 4, 5, 6, 7, 8]).Key.ShouldBe(new CloakPicture(2, 1, [1, 2, 3, 4, 5, 6, 7, 8]).Key);
    }

    [Fact]
    public void Key_AnyDifference_IsAnother()
    {
        CloakPicture[] pictures =
        [
            new(2, 1, [1, 2, 3, 4, 5, 6, 7, 8]),
            new(1, 2, [1, 2, 3, 4, 5, 6, 7, 8]),
            new(2, 1, [1, 2, 3, 4, 5, 6, 7, 9]),
            new(2, 1, [1, 2, 3, 4, 5, 6, 7, 8], new PixelRectangle(0, 0, 1, 1)),
            new(2, 1, [1, 2, 3, 4, 5, 6, 7, 8], null, [255, 255]),
            new(2, 1, [1, 2, 3, 4, 5, 6, 7, 8], null, [255, 0]),
        ];

        pictures.Select(picture => picture.Key).Distinct().Count().ShouldBe(pictures.Length);
    }

    [Fact]
    public void Constructor_SizesThatDisagree_AreRefused()
    {
        Should.Throw<ArgumentException>(() => new CloakPicture(2, 2, new byte[15]));
        Should.Throw<ArgumentException>(() => new CloakPicture(0, 2, []));
        Should.Throw<ArgumentException>(() => new CloakPicture(2, 2, new byte[16], new PixelRectangle(1, 1, 2, 1)));
        Should.Throw<ArgumentException>(() => new CloakPicture(2, 2, new byte[16], null, new byte[3]));
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 0, 0 }, true)]
    [InlineData(new byte[] { 0, 1, 0, 0 }, false)]
    [InlineData(null, false)]
    public void IsEmptySelection_Mask_CountsEveryPixel(byte[]? mask, bool expected)
    {
        new CloakPicture(2, 2, new byte[16], null, mask).IsEmptySelection.ShouldBe(expected);
    }

    [Theory]
    [InlineData(0, 0, 0, true)]
    [InlineData(1, 255, 1, false)]
    [InlineData(2, 255, 255, true)]
    public void IsTransparent_OnePixelThatShows_CountsWhereItIsSelected(int opaque, byte alpha, byte selected, bool expected)
    {
        var pixels = new byte[16];
        pixels[(4 * opaque) + 3] = alpha;

        // The third pixel is never selected.
        new CloakPicture(2, 2, pixels, null, [255, selected, 0, 255]).IsTransparent.ShouldBe(expected);
    }

    [Fact]
    public void IsTransparent_NothingSelected_IsForTheSelectionToSay()
    {
        var picture = new CloakPicture(2, 2, new byte[16], new PixelRectangle(0, 0, 0, 0));

        picture.IsTransparent.ShouldBeFalse();
        picture.IsEmptySelection.ShouldBeTrue();
    }

    [Fact]
    public void IsTransparent_OpaqueOutsideTheBoundsOnly_IsTrue()
    {
        var pixels = new byte[16];
        pixels[3] = 255;

        new CloakPicture(2, 2, pixels, new PixelRectangle(1, 0, 1, 2)).IsTransparent.ShouldBeTrue();
    }
}
