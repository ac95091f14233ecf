using System.Text.RegularExpressions;
using Glaze.Imaging;
using Glaze.Protocol;
using Glaze.Protocol.Framing;
using Glaze.Protocol.Messages;

namespace Glaze.EndToEnd.Tests;

/// <summary>What docs/security.md says of files and names: nothing appears on the machine but what was asked for.</summary>
public sealed partial class NothingLeftBehindTests : IDisposable
{
    private static readonly string[] CloakedPictures = ["data/GlazeEffect", "data/GlazeEffect/models", "data/GlazeEffect/models/cloaked-pictures"];

    private readonly CleanMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public void Devices_OnACleanMachine_LeavesNothing()
    {
        _machine.Run("devices").ShouldContain("cpu");

        _machine.Appeared(RuntimePort().IsMatch).ShouldBeEmpty();
    }

    [Fact]
    public void Cloak_OnACleanMachine_WritesItsOutputAndThatThePictureIsCloaked()
    {
        ImageFile.Save(_machine.File("picture.png"), Picture(64));

        _machine.Run("cloak", "picture.png", "-o", "cloaked.png", "--quality", "fast", "--report", "report.json");

        _machine.Appeared(path => RuntimePort().IsMatch(path) || OwnTemporaryFile().IsMatch(path))
            .ShouldBe([.. CloakedPictures, "work/cloaked.png", "work/picture.png", "work/report.json"]);
    }

    [Fact]
    public async Task Serve_AsThePluginStartsIt_LeavesThatThePictureIsCloakedAndOpensNoName()
    {
        var picture = Picture(64);
        var bgra = new byte[picture.Rgba.Length];
        picture.CopyToBgra(bgra);
        using var process = _machine.Start(new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_EnableDiagnostics"] = "0" }, "serve");
        var errors = process.StandardError.ReadToEndAsync();
        var writer = new FrameWriter(process.StandardInput.BaseStream);
        var reader = new MessageReader(process.StandardOutput.BaseStream);

        writer.Write(new Hello(ProtocolVersion.Current, "test", "en"));
        reader.Read()!.Message.ShouldBeOfType<Welcome>();
        writer.Write(Request(64));
        writer.WritePixels(1, PixelPlane.Original, bgra);
        var last = reader.Read();
        while (last is { Message: CloakProgress })
        {
            last = reader.Read();
        }

        process.StandardInput.Close();
        last!.Message.ShouldBeOfType<CloakResult>(await errors);
        await process.WaitForExitAsync();
        _machine.Appeared(_ => false).ShouldBe(CloakedPictures);
    }

    /// <summary>A quick cloak of a square picture.</summary>
    internal static CloakRequest Request(int side) => new()
    {
        Job = 1,
        Picture = "p",
        PixelsFollow = true,
        Width = side,
        Height = side,
        SelectionBounds = PixelRectangle.Whole(side, side),
        HasSelectionMask = false,
        Intensity = 50,
        Quality = RenderQuality.Fast,
        Style = CloakRequest.AutoStyle,
        Seed = 1,
        Device = DeviceKind.Auto,
    };

    private static PixelBuffer Picture(int side)
    {
        var picture = new PixelBuffer(side, side);
        for (var i = 0; i < picture.Rgba.Length; i++)
        {
            picture.Rgba[i] = (byte)(i % 4 == 3 ? 255 : (i * 37) % 251);
        }

        return picture;
    }

    // The ports that .NET opens for debuggers while a program runs, which only the environment it is started with can prevent.
    [GeneratedRegex(@"^tmp/(dotnet-diagnostic-\d+-\d+-socket|clr-debug-pipe-\d+-\d+-(in|out))$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RuntimePort();

    // What becomes an output is written beside it under another name.
    [GeneratedRegex(@"^work/\.glaze-(case-)?[0-9a-f]{8}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnTemporaryFile();
}
