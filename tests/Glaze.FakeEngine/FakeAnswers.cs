using Glaze.Protocol.Messages;

namespace Glaze.FakeEngine;

/// <summary>What the fake engine answers.</summary>
internal static class FakeAnswers
{
    public static DeviceUse Device(CloakRequest request) => request.Device == DeviceKind.DirectMl
        ? new DeviceUse(DeviceKind.Cpu, "Fake processor", [new DeviceFallback(DeviceKind.DirectMl, "error 80070057.")])
        : new DeviceUse(DeviceKind.Cpu, "Fake processor", []);

    public static CloakResult Result(CloakRequest request, bool isHeld) => new()
    {
        Job = request.Job,
        Width = request.Preview is null ? request.Width : 4,
        Height = request.Preview is null ? request.Height : 3,
        Region = request.Preview?.Region ?? PixelRectangle.Whole(request.Width, request.Height),
        Scale = request.Preview is null ? 1 : 0.5,
        Device = Device(request),
        Style = string.Equals(request.Style, CloakRequest.AutoStyle, StringComparison.Ordinal) ? "dots" : request.Style,
        EpsilonLevels = 8,
        Timings = [new StageTiming(CloakStage.Optimizing, 0.01)],
        Change = new VisibleChange(41.5, 7),
        Protection = request.Preview is null ? new ProtectionFigures(0.5, 0.4, 0.35, "JPEG 75", [new EncoderShift("Fake encoder", 0.5, Optimized: true)], ProtectionGrade.Strong, "Fake verdict.") : null,

        // Tells a test whether the picture had to be sent.
        Surrogates = [isHeld ? "held" : "sent"],
    };

    // Blue goes up by one inside the selection's bounds.
    public static byte[] Pixels(CloakRequest request, byte[] original)
    {
        if (request.Preview is not null)
        {
            return new byte[48];
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
