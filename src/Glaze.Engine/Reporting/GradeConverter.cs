using System.Text.Json;
using System.Text.Json.Serialization;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Reporting;

/// <summary>Grades in reports begin with a small letter, like all words there.</summary>
internal sealed class GradeConverter() : JsonStringEnumConverter<ProtectionGrade>(JsonNamingPolicy.CamelCase);
