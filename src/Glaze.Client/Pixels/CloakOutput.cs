using Glaze.Protocol.Messages;

namespace Glaze.Client.Pixels;

/// <summary>A finished job.</summary>
/// <param name="Result">What the engine says about it.</param>
/// <param name="Bgra">BGRA, straight alpha, rows top to bottom without padding, <see cref="CloakResult.Width"/> × <see cref="CloakResult.Height"/>; not to be changed.</param>
public sealed record CloakOutput(CloakResult Result, byte[] Bgra)
{
    /// <summary>The engine stamp of the engine that computed it; null when it was not looked at, or changed meanwhile.</summary>
    public string? Engine { get; init; }
}
