using System.Text.Json.Serialization;

namespace Glaze.Protocol.Messages;

/// <summary>Generated serialisers: no reflection, so that the engine can be trimmed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Hello))]
[JsonSerializable(typeof(Welcome))]
[JsonSerializable(typeof(CloakRequest))]
[JsonSerializable(typeof(CloakProgress))]
[JsonSerializable(typeof(PreviewUpdate))]
[JsonSerializable(typeof(CloakResult))]
[JsonSerializable(typeof(EngineFault))]
[JsonSerializable(typeof(Cancelled))]
[JsonSerializable(typeof(CancelRequest))]
[JsonSerializable(typeof(StyleThumbnailRequest))]
[JsonSerializable(typeof(StyleThumbnails))]
[JsonSerializable(typeof(ModelViewRequest))]
[JsonSerializable(typeof(ModelView))]
[JsonSerializable(typeof(ModelsRequest))]
[JsonSerializable(typeof(ModelsProgress))]
[JsonSerializable(typeof(Models))]
[JsonSerializable(typeof(Ping))]
[JsonSerializable(typeof(Pong))]
[JsonSerializable(typeof(Shutdown))]
internal sealed partial class MessageJsonContext : JsonSerializerContext;
