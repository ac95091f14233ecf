using System.Text.Json.Serialization;

namespace Glaze.Cloaking.Encoders;

/// <summary>A family that the head of every net of a file answers for: its short name and the channels it has of the latent.</summary>
internal sealed record LayerListFamily(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("channels")] int Channels);
