namespace Glaze.Engine.Reporting;

/// <summary>What really computed, and what was tried before it.</summary>
internal sealed record DeviceReport(string Used, string Name, IReadOnlyList<DeviceFailureReport> Failed)
{
    public static DeviceReport Create(DeviceUsed device) => new(
        Names.Of(device.Provider),
        device.Name,
        device.Failures.Select(failure => new DeviceFailureReport(Names.Of(failure.Provider), failure.Reason)).ToList());
}
