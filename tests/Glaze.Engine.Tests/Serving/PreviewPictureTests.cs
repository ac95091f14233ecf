using Glaze.Client.Pixels;
using Glaze.Engine.Serving;
using Glaze.Imaging;
using Glaze.Protocol.Messages;
using PreviewPicture = Glaze.Engine.Serving.PreviewPicture;

namespace Glaze.Engine.Tests.Serving;

/// <summary>The dialog lays the original over the engine's preview: both must shrink alike, byte for byte.</summary>
public sealed class PreviewPictureTests
{
    [Theory]
    [InlineData(0, 0, 61, 43, 20)]
    [InlineData(7, 5, 40, 30, 17)]
    [InlineData(3, 2, 16, 16, 64)]
    public void Of_APartOfAPicture_IsWhatTheDialogShrinksTheOriginalTo(int x, int y, int width, int height, int longestSide)
    {
        const int Width = 61;
        const int Height = 43;
        var bgra = new byte[Width * Height * 4];
        new Random(20261126).NextBytes(bgra);
        for (var i = 3; i < bgra.Length; i += 28)
        {
            bgra[i] = 0;
        }

        var region = new PixelRectangle(x, y, width, height);
        var picture = new HeldPicture("p", PixelBuffer.FromBgra(bgra, Width, Height), null);

        var shrunk = PreviewPicture.Of(picture, region, longestSide).Pixels;

        var sent = new byte[shrunk.Rgba.Length];
        shrunk.CopyToBgra(sent);
        sent.ShouldBe(AreaSampler.Shrink(bgra, Width, region, shrunk.Width, shrunk.Height, CancellationToken.None));
    }
}
