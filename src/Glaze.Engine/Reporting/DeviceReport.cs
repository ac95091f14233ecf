using Glaze.Engine.Jobs;

namespace Glaze.Engine.Reporting;

/// <summary>What really computed, and what was tried before it.</summary>
internal sealed record DeviceReport(string Used, string Name, IReadOnlyList<DeviceFailureReport> Failed)
{
    public static DeviceReport Create(DeviceUsed device) => new(
        Devices.Of(device.Provider).Word,
        device.Name,
        device.Failures.Select(failure => new DeviceFailureReport(Devices.Of(failure.Provider).Word, failure.Reason)).ToList());
}
