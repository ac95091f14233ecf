using Glaze.Inference.Devices;

namespace Glaze.Inference.Tests.Devices;

public sealed class DxgiAdapterTests
{
    [Fact]
    [Trait("Issue", "15")]
    public void IdentityAmong_OtherNumbersAfterARestart_StaysTheSame()
    {
        var before = Card(0, "NVIDIA GeForce RTX 3060", 0x2504, luid: 1001);
        var after = Card(1, "NVIDIA GeForce RTX 3060", 0x2504, luid: 2002);

        before.IdentityAmong([before]).ShouldBe("10de:2504 NVIDIA GeForce RTX 3060");
        after.IdentityAmong([Card(0, "Another", 1, luid: 5), after]).ShouldBe(before.IdentityAmong([before]));
    }

    [Fact]
    public void IdentityAmong_TwoEqualCards_AreNumbered()
    {
        DxgiAdapter[] all = [Card(0, "RTX", 7, luid: 1), Card(1, "RTX", 8, luid: 2), Card(2, "RTX", 7, luid: 3)];

        all.Select(card => card.IdentityAmong(all)).ShouldBe(["10de:0007 RTX", "10de:0008 RTX", "10de:0007 RTX #2"]);
    }

    private static DxgiAdapter Card(int index, string name, uint device, long luid) =>
        new(index, name, luid, MemoryBytes: 0, IsSoftware: false) { Numbers = (0x10de, device) };
}
