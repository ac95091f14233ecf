using Glaze.Client.Settings;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Tests.Settings;

public sealed class CloakSettingsTests
{
    private const string Card = "10de:2504 NVIDIA GeForce RTX 3060";
    private const long Host = 77;

    private static readonly CloakSettings Chosen = CloakSettings.Default with { Device = DeviceKind.DirectMl, Adapter = Card };

    [Fact]
    [Trait("Issue", "15")]
    public void ForDevices_CardUnderAnotherNumberThanBefore_IsFoundByWhatItIs()
    {
        Chosen.ForDevices(Devices(luid: 1001), Host).AdapterLuid.ShouldBe(1001);
        Chosen.ForDevices(Devices(luid: 2002), Host).AdapterLuid.ShouldBe(2002);
    }

    [Fact]
    public void ForDevices_CardTakenOut_IsAutomaticAsTheListShowsIt()
    {
        var sent = Chosen.ForDevices([new DeviceDescription(DeviceKind.DirectMl, "Other", 5, Identity: "1002:1 Other")], Host);

        sent.ShouldBe(CloakSettings.Default with { AdapterLuid = Host });
    }

    [Fact]
    public void ForDevices_CardThatCannotBeUsed_IsAutomatic() =>
        Chosen.ForDevices([new DeviceDescription(DeviceKind.DirectMl, "Card", 5, Usable: false, Identity: Card)], null).Device.ShouldBe(DeviceKind.Auto);

    [Theory]
    [InlineData(DeviceKind.Auto, Host)]
    [InlineData(DeviceKind.DirectMl, Host)]
    [InlineData(DeviceKind.WebGpu, null)]
    [InlineData(DeviceKind.Cpu, null)]
    public void ForDevices_NoCardChosen_IsTheHostsWhereCardsCount(DeviceKind device, long? expected) =>
        (CloakSettings.Default with { Device = device }).ForDevices(Devices(1), Host).AdapterLuid.ShouldBe(expected);

    [Fact]
    public void ForDevices_DevicesUnknown_KeepsTheChoice() => Chosen.ForDevices(null, null).ShouldBe(Chosen);

    [Fact]
    public void Clamp_NumberOfAnEarlierStart_IsDropped() => (Chosen with { AdapterLuid = 9 }).Clamp().ShouldBe(Chosen);

    private static DeviceDescription[] Devices(long luid) =>
    [
        new(DeviceKind.DirectMl, "Other", 5, Identity: "1002:73bf AMD Radeon"),
        new(DeviceKind.DirectMl, "NVIDIA GeForce RTX 3060", luid, Identity: Card),
        new(DeviceKind.Cpu, "Processor"),
    ];
}
