using System.Text.Json.Serialization;

namespace Glaze.Cloaking.Encoders;

/// <summary>One net: its name, which prefixes its tensors, and its layers in order.</summary>
internal sealed record LayerListNet(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("layers")] IReadOnlyList<LayerListLayer> Layers);
