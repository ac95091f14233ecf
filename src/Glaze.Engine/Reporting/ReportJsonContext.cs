using System.Text.Json.Serialization;

namespace Glaze.Engine.Reporting;

/// <summary>Source-generated JSON writing, so that the engine can be trimmed.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(GradeConverter)])]
[JsonSerializable(typeof(RunReport))]
[JsonSerializable(typeof(AuditReport))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
