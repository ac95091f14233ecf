using System.Text.Json.Serialization;

namespace Glaze.Cloaking.Views;

/// <summary>A decoder as its file describes it.</summary>
/// <param name="Family">Short name of the family of models whose latents it decodes.</param>
/// <param name="Channels">Channels of those latents.</param>
/// <param name="Layers">Its layers in order.</param>
internal sealed record DecoderDescription(
    [property: JsonPropertyName("family")] string Family,
    [property: JsonPropertyName("channels")] int Channels,
    [property: JsonPropertyName("layers")] IReadOnlyList<DecoderLayer> Layers);
