using System.Text.Json.Serialization;

namespace Glaze.Cloaking.Encoders;

/// <summary>Source-generated JSON reading, so that the engine can be trimmed.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(LayerListArchitecture))]
internal sealed partial class LayerListJsonContext : JsonSerializerContext;
