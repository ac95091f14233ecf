using Glaze.Protocol.Messages;

namespace Glaze.FakeEngine;

/// <summary>What the fake engine answers.</summary>
internal static class FakeAnswers
{
    /// <summary>The identity of the one card the fake engine has.</summary>
    public const string Card = "10de:2504 Fake card";

    /// <summary>What that card is called until the computer restarts.</summary>
    public const long Luid = 0x1_0000_77AA;

    // Tells a test which card was asked for.
    public static DeviceUse Device(CloakRequest request) => new(
        DeviceKind.Cpu,
        request.AdapterLuid is { } luid ? $"Fake processor beside card {luid:x}" : "Fake processor",
        request.Device == DeviceKind.DirectMl ? [new DeviceFallback(DeviceKind.DirectMl, "error 80070057.")] : []);

    /// <summary>The size of every preview: 4x3, or the region's where that is less.</summary>
    public static (int Width, int Height) PreviewSize(CloakRequest request) =>
        (Math.Min(4, request.Preview!.Region.Width), Math.Min(3, request.Preview.Region.Height));

    public static CloakResult Result(CloakRequest request, bool isHeld) => new()
    {
        Job = request.Job,
        Width = request.Preview is null ? request.Width : PreviewSize(request).Width,
        Height = request.Preview is null ? request.Height : PreviewSize(request).Height,
        Region = request.Preview?.Region ?? PixelRectangle.Whole(request.Width, request.Height),
        Scale = request.Preview is null ? 1 : 0.5,
        Device = Device(request),
        Style = string.Equals(request.Style, CloakRequest.AutoStyle, StringComparison.Ordinal) ? "dots" : request.Style,
        Change = new VisibleChange(41.5, 7),
        Protection = request.Preview is null ? new ProtectionFigures(0.5, 0.35, "JPEG 75", [new FamilyFigures("Fake family", 0.5, 0.35, ProtectionGrade.Strong)], ProtectionGrade.Strong, "Fake verdict.") : null,

        // Tells a test whether the picture had to be sent.
        Surrogates = [isHeld ? "held" : "sent"],
    };

    public static byte[] PreviewPixels(CloakRequest request) => new byte[4 * PreviewSize(request).Width * PreviewSize(request).Height];

    // Blue goes up by one inside the selection's bounds.
    public static byte[] Pixels(CloakRequest request, byte[] original)
    {
        if (request.Preview is not null)
        {
            return PreviewPixels(request);
        }

        var pixels = (byte[])original.Clone();
        var bounds = request.SelectionBounds;
        for (var y = bounds.Y; y < bounds.Y + bounds.Height; y++)
        {
            for (var x = bounds.X; x < bounds.X + bounds.Width; x++)
            {
                pixels[4 * ((y * request.Width) + x)]++;
            }
        }

        return pixels;
    }
}
