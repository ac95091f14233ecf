using System.Text.Json.Serialization;

namespace Glaze.Engine.Models;

/// <summary>What a model is for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ModelKind>))]
internal enum ModelKind
{
    /// <summary>A surrogate encoder.</summary>
    [JsonStringEnumMemberName("encoder")]
    Encoder,

    /// <summary>A learned perceptual distance.</summary>
    [JsonStringEnumMemberName("perceptual")]
    Perceptual,
}
