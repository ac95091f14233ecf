using System.Text.Json.Serialization;

namespace Glaze.Cloaking.Views;

/// <summary>Source-generated JSON reading, so that the engine can be trimmed.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(DecoderArchitecture))]
internal sealed partial class DecoderJsonContext : JsonSerializerContext;
