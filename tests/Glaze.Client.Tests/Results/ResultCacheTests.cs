using Glaze.Client.Pixels;
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
        cache.Add("a", CloakSettings.Default, "e", output);

        cache.Find("a", CloakSettings.Default with { }, "e").ShouldBeSameAs(output);
    }

    [Fact]
    public void Find_AnyDifference_GivesNothing()
    {
        var cache = new ResultCache();
        cache.Add("a", CloakSettings.Default, "e", Output(4));

        cache.Find("b", CloakSettings.Default, "e").ShouldBeNull();
        cache.Find("a", CloakSettings.Default with { Intensity = 51 }, "e").ShouldBeNull();
        cache.Find("a", CloakSettings.Default with { Seed = 1 }, "e").ShouldBeNull();
        cache.Find("a", CloakSettings.Default, "another engine").ShouldBeNull();
    }

    [Fact]
    public void Add_TooManyEntries_DropsTheOldest()
    {
        var cache = new ResultCache(maxEntries: 2);
        foreach (var key in new[] { "a", "b", "c" })
        {
            cache.Add(key, CloakSettings.Default, "e", Output(4));
        }

        cache.Find("a", CloakSettings.Default, "e").ShouldBeNull();
        cache.Find("c", CloakSettings.Default, "e").ShouldNotBeNull();
    }

    [Fact]
    public void Add_LargerThanTheLimit_KeepsTheNewestAlone()
    {
        var cache = new ResultCache(maxBytes: 100);
        cache.Add("a", CloakSettings.Default, "e", Output(4));
        cache.Add("b", CloakSettings.Default, "e", Output(1000));

        cache.Find("a", CloakSettings.Default, "e").ShouldBeNull();
        cache.Find("b", CloakSettings.Default, "e").ShouldNotBeNull();
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
            Change = new VisibleChange(null, 0),
            Surrogates = [],
        },
        new byte[bytes]);
}
