using Glaze.Client.Settings;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Tests.Settings;

public sealed class UserSettingsTests
{
    private static readonly UserSettings Artist = new() { ArtistStyle = "dots" };

    [Fact]
    public void Resolve_AutomaticStyle_BecomesTheArtistsOwn()
    {
        Artist.Resolve(CloakSettings.Default, null).Style.ShouldBe("dots");
    }

    [Fact]
    public void Resolve_StyleByName_StaysAsPicked()
    {
        Artist.Resolve(CloakSettings.Default with { Style = "ukiyo-e" }, null).Style.ShouldBe("ukiyo-e");
    }

    [Fact]
    public void Resolve_ArtistsStyleNoLongerExists_IsDrawnAnew()
    {
        Artist.Resolve(CloakSettings.Default, [new StyleDescription("ukiyo-e", "Woodblock print")]).Style.ShouldBe("auto");
    }
}
