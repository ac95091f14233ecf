using System.Text.Json.Serialization;

namespace Glaze.Engine.Models;

/// <summary>Source-generated JSON, so that the engine can be trimmed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ModelManifest))]
[JsonSerializable(typeof(InstalledModel))]
internal sealed partial class ModelJsonContext : JsonSerializerContext;
