using System.Text.Json.Serialization;

namespace Glaze.Protocol.Messages;

/// <summary>
/// One cloak job. Everything that affects the output is here: the engine reads no settings of its own.
/// Answered by exactly one <see cref="CloakResult"/>, <see cref="EngineFault"/> or <see cref="Cancelled"/>.
/// When <see cref="PixelsFollow"/>, the plane <see cref="PixelPlane.Original"/> follows, then, when
/// <see cref="HasSelectionMask"/>, <see cref="PixelPlane.Selection"/>.
/// </summary>
public sealed record CloakRequest() : Message(FrameKind.CloakRequest)
{
    /// <summary>Where the slider and the command line begin: the intensity that stands for the published budget.</summary>
    public const int DefaultIntensity = 50;

    /// <summary>Lets the engine choose the target style by its percentile rule and <see cref="Seed"/>.</summary>
    public const string AutoStyle = "auto";

    /// <summary>The job's number: above 0, higher than any before it on this connection.</summary>
    public required int Job { get; init; }

    /// <summary>
    /// Names the picture and its selection (the client's content hash). The engine keeps the last picture it received;
    /// a request naming that picture may come without pixels.
    /// </summary>
    public required string Picture { get; init; }

    /// <summary>True when the pixels follow; false when the engine should use the picture it holds (else <see cref="FaultCode.PictureUnknown"/>).</summary>
    public required bool PixelsFollow { get; init; }

    /// <summary>The picture's width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>The picture's height in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>The rectangle that may change; inside the picture, not empty. Pixels outside stay bit-exact.</summary>
    public required PixelRectangle SelectionBounds { get; init; }

    /// <summary>True when a mask of one byte a pixel of <see cref="SelectionBounds"/> belongs to the picture; false = all of it is selected.</summary>
    public required bool HasSelectionMask { get; init; }

    /// <summary>The artist's slider, 0 (hardly any change) to 100.</summary>
    public required int Intensity { get; init; }

    /// <summary>The artist's choice of effort.</summary>
    public required RenderQuality Quality { get; init; }

    /// <summary><see cref="AutoStyle"/>, or the name of a style of <see cref="Welcome.Styles"/>.</summary>
    public required string Style { get; init; }

    /// <summary>Seed of every random draw.</summary>
    public required int Seed { get; init; }

    /// <summary>The device wanted; when it cannot be used the engine takes the next and says so in the result.</summary>
    public required DeviceKind Device { get; init; }

    /// <summary>The adapter wanted (its LUID), for graphics devices; null = the engine chooses.</summary>
    public long? AdapterLuid { get; init; }

    /// <summary>Names of surrogate encoders to optimise on; empty = the engine's default set.</summary>
    public IReadOnlyList<string> Surrogates { get => field ?? []; init; }

    /// <summary>Processor threads, 0 = the engine chooses; at most 1024.</summary>
    public int Threads { get; init; }

    /// <summary>Tag of the language of all sentences in the answer, such as "ja".</summary>
    public string Language { get => field ?? "en"; init; }

    /// <summary>What flat colour may carry.</summary>
    public FlatColour Flat { get; init; }

    /// <summary>Null for a final result; else this is a preview.</summary>
    public PreviewOptions? Preview { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override int PixelJob => PixelsFollow ? Job : 0;

    /// <inheritdoc/>
    [JsonIgnore]
    public override IReadOnlyList<AnnouncedPlane> Planes
    {
        get
        {
            if (!PixelsFollow)
            {
                return [];
            }

            var original = new AnnouncedPlane(PixelPlane.Original, (long)Width * Height * ProtocolLimits.BytesPerPixel);
            return HasSelectionMask
                ? [original, new AnnouncedPlane(PixelPlane.Selection, (long)SelectionBounds.Width * SelectionBounds.Height)]
                : [original];
        }
    }

    /// <inheritdoc/>
    public override void Validate()
    {
        Require.Job(Job);
        Require.Name(Picture, "picture");
        Require.Picture(Width, Height);
        Require.That(SelectionBounds is { Width: > 0, Height: > 0 }, "selectionBounds is empty.");
        SelectionBounds.RequireInside(Width, Height, "selectionBounds");
        Require.That(Intensity is >= 0 and <= 100, $"intensity is {Intensity}; it goes from 0 to 100.");
        Require.Defined(Quality, "quality");
        Require.Name(Style, "style");
        Require.Defined(Device, "device");
        Require.List(Surrogates, "surrogates");
        foreach (var surrogate in Surrogates)
        {
            Require.Name(surrogate, "surrogates");
        }

        Require.That(Threads is >= 0 and <= 1024, $"threads is {Threads}; it goes from 0 to 1024.");
        Require.Name(Language, "language");
        Require.Defined(Flat, "flat");
        Preview?.Validate(Width, Height);
    }
}
