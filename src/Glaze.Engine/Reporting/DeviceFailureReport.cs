namespace Glaze.Engine.Reporting;

/// <summary>A device that was not used.</summary>
internal sealed record DeviceFailureReport(string Device, string Reason);
