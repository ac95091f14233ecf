using Glaze.Client.Results;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Tests.Results;

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
}
