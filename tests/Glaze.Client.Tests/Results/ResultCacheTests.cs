using Glaze.Client.Results;
using Glaze.Client.Settings;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Tests.Results;

public sealed class ResultCacheTests
{
    [Fact]
    public void Find_SamePictureAndSettings_GivesTheResult()
    {
        var cache = new ResultCache();
        var output = Output(4);
        cache.Add("a", CloakSettings.Default, output);

        cache.Find("a", CloakSettings.Default with { }).ShouldBeSameAs(output);
    }

    [Fact]
    public void Find_AnyDifference_GivesNothing()
    {
        var cache = new ResultCache();
        cache.Add("a", CloakSettings.Default, Output(4));

        cache.Find("b", CloakSettings.Default).ShouldBeNull();
        cache.Find("a", CloakSettings.Default with { Intensity = 51 }).ShouldBeNull();
        cache.Find("a", CloakSettings.Default with { Seed = 1 }).ShouldBeNull();
    }

    [Fact]
    public void Add_TooManyEntries_DropsTheOldest()
    {
        var cache = new ResultCache(maxEntries: 2);
        foreach (var key in new[] { "a", "b", "c" })
        {
            cache.Add(key, CloakSettings.Default, Output(4));
        }

        cache.Find("a", CloakSettings.Default).ShouldBeNull();
        cache.Find("c", CloakSettings.Default).ShouldNotBeNull();
    }

    [Fact]
    public void Add_LargerThanTheLimit_KeepsTheNewestAlone()
    {
        var cache = new ResultCache(maxBytes: 100);
        cache.Add("a", CloakSettings.Default, Output(4));
        cache.Add("b", CloakSettings.Default, Output(1000));

        cache.Find("a", CloakSettings.Default).ShouldBeNull();
        cache.Find("b", CloakSettings.Default).ShouldNotBeNull();
    }

    private static CloakOutput Output(int bytes) => new(
        new CloakResult
        {
            Job = 1,
            Width = 1,
            Height = 1,
            Region = PixelRectangle.Whole(1, 1),
            Scale = 1,
            Device = new DeviceUse(DeviceKind.Cpu, "", []),
            Style = "dots",
            EpsilonLevels = 1,
            Timings = [],
            Change = new VisibleChange(null, 0),
            Surrogates = [],
        },
        new byte[bytes]);
}
