using System.Diagnostics;
using Glaze.Engine.Models;
using Glaze.Protocol;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Tests.Serving;

public sealed class ServeLoopTests
{
    private const int Width = 72;
    private const int Height = 56;

    [Fact]
    public void Hello_CurrentVersion_IsWelcomedWithTheCatalogues()
    {
        using var session = new ServeSession();

        var welcome = session.Greet(language: "ja");

        welcome.ProtocolVersion.ShouldBe(ProtocolVersion.Current);
        welcome.Devices.ShouldContain(device => device.Kind == DeviceKind.Cpu);
        welcome.Styles.Count.ShouldBeGreaterThanOrEqualTo(3);
        welcome.Surrogates.ShouldContain(surrogate => surrogate.Name == "glaze-mini");
        session.Close().ShouldBe(EngineExitCode.Done);
    }

    [Fact]
    public void Hello_OtherVersion_IsAnsweredWithAFaultAndTheExitCode()
    {
        using var session = new ServeSession();

        session.Writer.Write(new Hello(99, "test", "en"));

        session.Reader.Read()!.Message.ShouldBeOfType<EngineFault>().Code.ShouldBe(FaultCode.UnsupportedVersion);
        session.ExitCode.ShouldBe(EngineExitCode.VersionMismatch);
    }

    [Fact]
    public void ModelInstalledWhileServing_IsUsedByTheNextJob()
    {
        using var folder = new TemporaryFolder();
        var store = new ModelStore(new ModelFolder(folder.File("models")), ModelManifest.Embedded, DownloadSettings.Default);
        using var session = new ServeSession(store);
        session.Greet();
        session.Send(Request(1), Bgra());
        var before = session.End().Message.ShouldBeOfType<CloakResult>();

        TestModels.StoreWithTinyEncoder(folder);
        session.Send(Request(2), Bgra());
        var after = session.End().Message.ShouldBeOfType<CloakResult>();

        after.Protection!.Families.Select(family => family.Family).Except(before.Protection!.Families.Select(family => family.Family)).ShouldHaveSingleItem();
        after.Protection.Verdict!.ShouldContain("of the way to the target style");
        after.Protection.Grade.ShouldNotBe(ProtectionGrade.Unknown);
    }

    [Fact]
    [Trait("Issue", "15")]
    public void CloakRequest_LayerThatWasCloaked_IsSaidInTheVerdict()
    {
        const string Said = "already carries a cloak";
        using var session = new ServeSession();
        session.Greet();
        session.Send(Request(1), Bgra());
        var first = session.End();

        session.Send(Request(2) with { Picture = "cloaked", Preview = new PreviewOptions(PixelRectangle.Whole(Width, Height), 64) }, first.Pixels);
        var second = session.End().Message.ShouldBeOfType<CloakResult>();
        session.Send(Request(3) with { Picture = "undone" }, Bgra());
        var third = session.End().Message.ShouldBeOfType<CloakResult>();

        first.Message.ShouldBeOfType<CloakResult>().Protection!.Verdict!.ShouldNotContain(Said);
        second.Protection!.Verdict!.ShouldContain(Said);
        third.Protection!.Verdict!.ShouldNotContain(Said);
    }

    [Fact]
    public void Garbage_EndsTheLoopWithAProtocolError()
    {
        using var session = new ServeSession();

        session.RawInput.Write("GET / HTTP/1.1\r\n\r\n"u8);

        session.ExitCode.ShouldBe(EngineExitCode.ProtocolError);
    }

    [Fact]
    public void CloakRequest_WithSelection_ChangesTheSelectionOnlyAndKeepsAlpha()
    {
        using var session = new ServeSession();
        session.Greet();
        var bgra = Bgra();
        var request = Request(1) with { SelectionBounds = new PixelRectangle(36, 10, 30, 40) };

        var progress = new List<Message>();
        session.Send(request, bgra);
        var result = session.End(progress);

        var message = result.Message.ShouldBeOfType<CloakResult>();
        message.Device.Kind.ShouldBe(DeviceKind.Cpu);
        message.Protection.ShouldNotBeNull();
        message.Change.MaxLevels.ShouldBeInRange(1, 14);
        progress.OfType<CloakProgress>().Select(step => step.Fraction).ShouldBeInOrder();
        for (var i = 0; i < bgra.Length; i++)
        {
            var (x, y) = (i / 4 % Width, i / 4 / Width);
            if (i % 4 == 3 || x is < 36 or >= 66 || y is < 10 or >= 50)
            {
                result.Pixels[i].ShouldBe(bgra[i]);
            }
        }

        result.Pixels.ShouldNotBe(bgra);
    }

    [Fact]
    public void Preview_Refined_SendsTheDraftAndTheRefinedPictureBeforeTheResult()
    {
        using var session = new ServeSession();
        session.Greet();
        var updates = new List<Message>();

        session.Send(Request(1) with { Preview = new PreviewOptions(PixelRectangle.Whole(Width, Height), 64) }, Bgra());
        var result = session.End(updates).Message.ShouldBeOfType<CloakResult>();

        // The refined picture is shown before its audit, which the result then carries.
        updates.OfType<PreviewUpdate>().Count().ShouldBe(2);

        // The draft is a small part of the work: what is said to be left after it must not be near nothing.
        updates.TakeWhile(message => message is not PreviewUpdate).OfType<CloakProgress>().Max(progress => progress.Fraction).ShouldBeInRange(0.01, 0.2);
        result.Protection.ShouldNotBeNull();
        result.Width.ShouldBe(64);
        result.Scale.ShouldBeLessThan(1);
    }

    [Fact]
    public void Preview_AtAnotherIntensity_ShowsTheLastCloakScaledFirstAndEndsAsIfItWereNew()
    {
        // Wider than a draft, which is how the two are told apart.
        const int Side = 400;
        var whole = PixelRectangle.Whole(Side, Height);
        var request = Request(1) with { Width = Side, SelectionBounds = whole, Preview = new PreviewOptions(whole, Side) };
        using var session = new ServeSession();
        session.Greet();
        using var other = new ServeSession();
        other.Greet();
        var (cold, warm) = (new List<Message>(), new List<Message>());

        session.Send(request, Bgra(Side));
        session.End(cold);
        session.Send(request with { Job = 2, PixelsFollow = false, Intensity = 100 }, []);
        var result = session.End(warm);
        other.Send(request with { Intensity = 100 }, Bgra(Side));
        var expected = other.End();

        var (before, after) = (cold.OfType<PreviewUpdate>().ToList(), warm.OfType<PreviewUpdate>().ToList());
        before.Select(update => update.Width).ShouldBe([320, Side]);
        after.Select(update => update.Width).ShouldBe([Side, Side]);
        after[0].Change!.PsnrDecibels!.Value.ShouldBeLessThan(before[1].Change!.PsnrDecibels!.Value - 3);
        result.Pixels.ShouldBe(expected.Pixels);
    }

    [Fact]
    public void CloakRequest_WithoutPixels_UsesTheHeldPictureOrSaysItIsUnknown()
    {
        using var session = new ServeSession();
        session.Greet();

        session.Send(Request(1) with { PixelsFollow = false }, []);
        session.End().Message.ShouldBeOfType<EngineFault>().Code.ShouldBe(FaultCode.PictureUnknown);
        session.Send(Request(2), Bgra());
        var first = session.End();
        session.Send(Request(3) with { PixelsFollow = false }, []);
        var second = session.End();

        first.Message.ShouldBeOfType<CloakResult>();
        second.Pixels.ShouldBe(first.Pixels);
    }

    [Fact]
    public void Cancel_RunningJob_IsConfirmedAndPingsAreAnswered()
    {
        using var session = new ServeSession();
        session.Greet();
        session.Send(Request(1) with { Quality = RenderQuality.Best }, Bgra());
        session.Reader.Read()!.Message.ShouldBeOfType<CloakProgress>();

        session.Writer.Write(new Ping(41));
        session.Writer.Write(new CancelRequest(1));
        var passed = new List<Message>();
        var end = session.End(passed).Message;

        end.ShouldBeOfType<Cancelled>().Job.ShouldBe(1);
        passed.OfType<Pong>().Single().Number.ShouldBe(41);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Token_CancelledWhileTheInputIsSilent_EndsTheLoopAtOnce(bool isWorking)
    {
        using var session = new ServeSession();
        session.Greet();
        if (isWorking)
        {
            session.Send(Request(1) with { Quality = RenderQuality.Best }, Bgra());
            session.Reader.Read()!.Message.ShouldBeOfType<CloakProgress>();
        }

        // Half a second of patience with a running job, and room for a busy machine.
        var start = Stopwatch.GetTimestamp();
        session.Interrupt();

        session.ExitCode.ShouldBe(EngineExitCode.Done);
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData("no-such-style", FaultCode.StyleUnknown)]
    public void CloakRequest_UnknownStyle_IsAFaultInTheRequestsLanguage(string style, FaultCode code)
    {
        using var session = new ServeSession();
        session.Greet();

        session.Send(Request(1) with { Style = style, Language = "ja" }, Bgra());
        var fault = session.End().Message.ShouldBeOfType<EngineFault>();

        fault.Code.ShouldBe(code);
        fault.Message.ShouldContain("画風");
    }

    [Fact]
    public void StyleThumbnailRequest_OwnSample_GivesOnePictureAStyle()
    {
        using var session = new ServeSession();
        var welcome = session.Greet();

        session.Writer.Write(new StyleThumbnailRequest(1, 32));
        var end = session.End();

        end.Message.ShouldBeOfType<StyleThumbnails>().Items.Count.ShouldBe(welcome.Styles.Count);
        end.Pixels.Length.ShouldBe(welcome.Styles.Count * 32 * 32 * 4);
    }

    private static CloakRequest Request(int job) => new()
    {
        Job = job,
        Picture = "picture-1",
        PixelsFollow = true,
        Width = Width,
        Height = Height,
        SelectionBounds = PixelRectangle.Whole(Width, Height),
        HasSelectionMask = false,
        Intensity = 50,
        Quality = RenderQuality.Fast,
        Style = CloakRequest.AutoStyle,
        Seed = 1,
        Device = DeviceKind.Cpu,
    };

    private static byte[] Bgra(int width = Width)
    {
        var bytes = new byte[width * Height * 4];
        TestPicture.Create(width, Height, isOpaque: true).CopyToBgra(bytes);
        return bytes;
    }
}
