using System.Text.Json;
using Glaze.Engine.Reporting;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Tests.Reporting;

/// <summary>Every name that scripts may read is explained.</summary>
public sealed class ReportDocumentationTests
{
    public static TheoryData<Type> Reports =>
    [
        typeof(RunReport), typeof(SettingsReport), typeof(DeviceReport), typeof(DeviceFailureReport), typeof(PictureReport), typeof(VisibleChangeReport),
        typeof(ProtectionReport), typeof(EncoderReport), typeof(PurifierReport), typeof(FamilyFigures), typeof(AuditReport),
    ];

    [Theory]
    [MemberData(nameof(Reports))]
    public void Properties_OfAReport_AreExplainedInTheDocs(Type report)
    {
        var page = File.ReadAllText(Path.Combine(TestKit.Repository.Root, "docs", "report.md"));

        foreach (var property in report.GetProperties())
        {
            page.ShouldContain($"`{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}`", customMessage: $"{report.Name}.{property.Name}");
        }
    }
}
