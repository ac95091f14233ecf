using Glaze.Protocol.Messages;

namespace Glaze.Engine.Tests.Serving;

public sealed class ModelViewTests
{
    private const int Side = 64;

    [Fact]
    public void ModelViewRequest_AfterAPreview_ShowsOriginalAndCloakedLikeThePicture()
    {
        using var session = new ServeSession();
        session.Greet();
        var bgra = Bgra();
        session.Send(Request() with { Preview = new PreviewOptions(PixelRectangle.Whole(Side, Side), Side) }, bgra);
        session.End().Message.ShouldBeOfType<CloakResult>();

        session.Writer.Write(new ModelViewRequest(2));
        var end = session.End();

        end.Message.ShouldBe(new ModelView(2, Side, Side, PixelRectangle.Whole(Side, Side), "Stable Diffusion 1.x / 2.x", Estimated: true));
        var (original, cloaked) = (end.Pixels[..bgra.Length], end.Pixels[bgra.Length..]);
        original.ShouldBe(bgra);
        Psnr(cloaked, bgra).ShouldBeInRange(20, 60);
    }

    [Fact]
    public void ModelViewRequest_WithoutAPreview_IsAnsweredWithAFault()
    {
        using var session = new ServeSession();
        session.Greet();

        session.Writer.Write(new ModelViewRequest(1));

        session.End().Message.ShouldBeOfType<EngineFault>().Code.ShouldBe(FaultCode.PictureUnknown);
    }

    private static double Psnr(byte[] one, byte[] other) =>
        -10 * Math.Log10(one.Zip(other).Average(pair => Math.Pow((pair.First - pair.Second) / 255.0, 2)) + 1e-12);

    private static CloakRequest Request() => new()
    {
        Job = 1,
        Picture = "picture-1",
        PixelsFollow = true,
        Width = Side,
        Height = Side,
        SelectionBounds = PixelRectangle.Whole(Side, Side),
        HasSelectionMask = false,
        Intensity = 50,
        Quality = RenderQuality.Fast,
        Style = "pointillism",
        Seed = 1,
        Device = DeviceKind.Cpu,
    };

    private static byte[] Bgra()
    {
        var bytes = new byte[Side * Side * 4];
        TestPicture.Create(Side, Side, isOpaque: true).CopyToBgra(bytes);
        return bytes;
    }
}
