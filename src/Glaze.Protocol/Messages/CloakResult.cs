using System.Text.Json.Serialization;

namespace Glaze.Protocol.Messages;

/// <summary>
/// The end of a job that succeeded; the plane <see cref="PixelPlane.Result"/> follows. For a final request it is
/// the whole picture; for a preview it is the best preview, of <see cref="Region"/> at <see cref="Scale"/>.
/// </summary>
public sealed record CloakResult() : Message(FrameKind.CloakResult)
{
    /// <summary>The job.</summary>
    public required int Job { get; init; }

    /// <summary>Width of the pixels that follow.</summary>
    public required int Width { get; init; }

    /// <summary>Height of the pixels that follow.</summary>
    public required int Height { get; init; }

    /// <summary>The part of the picture the pixels show, in picture pixels.</summary>
    public required PixelRectangle Region { get; init; }

    /// <summary>Result pixels per picture pixel: 1 for a final result, above 0 and at most 1 for a preview.</summary>
    public required double Scale { get; init; }

    /// <summary>The device really used, and why not a better one.</summary>
    public required DeviceUse Device { get; init; }

    /// <summary>The name of the target style used, never "auto".</summary>
    public required string Style { get; init; }

    /// <summary>How visible the change is.</summary>
    public required VisibleChange Change { get; init; }

    /// <summary>What the audit found; null when it was not asked for (a preview) or could not be made.</summary>
    public ProtectionFigures? Protection { get; init; }

    /// <summary>Surrogate encoders used, in words an artist knows.</summary>
    public required IReadOnlyList<string> Surrogates { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override int PixelJob => Job;

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<AnnouncedPlane> Planes =>
        [new AnnouncedPlane(PixelPlane.Result, (long)Width * Height * ProtocolLimits.BytesPerPixel)];

    /// <inheritdoc/>
    public override void Validate()
    {
        Require.Job(Job);
        Require.Picture(Width, Height);
        Region.RequireInside(ProtocolLimits.MaxSide, ProtocolLimits.MaxSide, "region");
        Require.That(Scale is > 0 and <= 1, $"scale is {Scale}; it goes from above 0 to 1.");
        Device.Validate();
        Require.Name(Style, "style");
        Change.Validate();
        Protection?.Validate();
        Require.List(Surrogates, "surrogates");
    }
}
