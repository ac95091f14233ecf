using Glaze.Client.Dialog;
using Glaze.Client.Pixels;
using Glaze.Client.Resources;
using Glaze.Client.Settings;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Tests.Dialog;

public sealed class DialogStateTests
{
    private static readonly DialogState State = new()
    {
        Settings = CloakSettings.Default,
        Styles = [],
        DeviceLine = new UserText(TextKey.DeviceUnknown),
        Status = new UserText(TextKey.Ready),
        Preview = new PreviewPicture(new byte[4], 1, 1, PixelRectangle.Whole(1, 1), 1, null),
    };

    [Theory]
    [InlineData(DialogPhase.Idle, false, TextKey.BadgePreview)]
    [InlineData(DialogPhase.Previewing, false, TextKey.BadgeRefining)]
    [InlineData(DialogPhase.Refining, false, TextKey.BadgeRefining)]
    [InlineData(DialogPhase.Refining, true, TextKey.BadgeOriginal)]
    public void Badge_OfAPreview_SaysWhatIsOnShow(DialogPhase phase, bool isShowingOriginal, TextKey badge) =>
        (State with { Phase = phase, IsShowingOriginal = isShowingOriginal }).Badge.Key.ShouldBe(badge);

    [Fact]
    public void Badge_BeforeAnyPreview_IsTheOriginals() => (State with { Preview = null }).Badge.Key.ShouldBe(TextKey.BadgeOriginal);

    [Fact]
    public void Notice_SomethingIsWrong_HidesWhatIsOnlyGoodToKnow()
    {
        var told = State with { PictureNotice = new UserText(TextKey.ProfileConverted) };

        told.Notice.ShouldNotBeNull().Key.ShouldBe(TextKey.ProfileConverted);
        (told with { Warning = new UserText(TextKey.SettingsReset, "a") }).Notice.ShouldNotBeNull().Key.ShouldBe(TextKey.SettingsReset);
        State.Notice.ShouldBeNull();
    }

    [Theory]
    [InlineData(2048, 1024, 1024, 512)]
    [InlineData(300, 200, 300, 200)]
    [InlineData(10000, 1, 1024, 1)]
    public void PreviewSize_OfAPart_IsItsOwnOrShrunkToTheLongestSide(int width, int height, int shownWidth, int shownHeight) =>
        PreviewSize.Of(new PixelRectangle(7, 9, width, height), 1024).ShouldBe((shownWidth, shownHeight));
}
