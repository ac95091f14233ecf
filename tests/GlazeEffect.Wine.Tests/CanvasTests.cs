namespace GlazeEffect.Wine.Tests;

/// <summary>Unusual pictures.</summary>
[Collection(WineCollection.Name)]
public sealed class CanvasTests(WineScreen screen)
{
    [WineFact]
    public async Task Accept_OnOnePixel_ChangesNoAlpha()
    {
        var picture = TestPicture.Landscape(1, 1);
        var after = await CloakAsync("one-pixel", picture);

        after.Active[3].ShouldBe(picture.Active[3]);
        after.Layers[0].ShouldBe(picture.Layers[0]);
    }

    [WineFact]
    public async Task Accept_InAdobeRgb_KeepsWhatTheEngineLeftAlone()
    {
        // The fake engine adds one to blue inside the selection: elsewhere no conversion may leave a trace.
        var selection = TestPicture.SoftRectangle(120, 90, 20, 20, 90, 70, fade: 0);
        var picture = TestPicture.Landscape(120, 90, selection, TestPicture.AdobeRgb);
        var after = await CloakAsync("adobe-rgb", picture, notice: "sRGB");

        var changed = 0;
        for (var i = 0; i < selection.Length; i++)
        {
            var old = picture.Active.AsSpan(i * 4, 4);
            var now = after.Active.AsSpan(i * 4, 4);
            now[3].ShouldBe(old[3]);
            for (var c = 0; c < 3; c++)
            {
                Math.Abs(now[c] - old[c]).ShouldBeLessThanOrEqualTo(selection[i] == 0 ? 0 : 3);
            }

            changed += now.SequenceEqual(old) ? 0 : 1;
        }

        changed.ShouldBeGreaterThan(500);
    }

    [WineFact]
    public async Task Accept_WithASoftSelection_AppliesItOnce()
    {
        // The fake engine adds one to blue wherever it may, however softly that is selected: clipped once more, none of it would be left.
        var selection = TestPicture.SoftRectangle(60, 40, 8, 8, 52, 32, fade: 9);
        var picture = TestPicture.Landscape(60, 40, selection);

        var after = await CloakAsync("soft-selection", picture);

        for (var i = 0; i < selection.Length; i++)
        {
            var (old, now) = (picture.Active.AsSpan(i * 4, 4).ToArray(), after.Active.AsSpan(i * 4, 4).ToArray());
            var blue = selection[i] > 0 && old[3] > 0 ? (byte)(old[0] + 1) : old[0];
            now.ShouldBe([blue, old[1], old[2], old[3]], $"pixel {i}, selected {selection[i]}");
        }

        selection.Count(weight => weight is > 0 and < 127).ShouldBeGreaterThan(100);
    }

    [WineFact]
    public async Task Dialog_AutomaticDevice_AsksForTheCardThatTheHostDrawsWith()
    {
        await using var editor = await EditorSession.StartAsync(
            screen, "host-card", new EditorOptions { Picture = TestPicture.Landscape(60, 40), FakeMode = "Normal" });
        await editor.OpenDialogAsync();

        var line = await editor.WaitForControlAsync("GlazeConfigForm/deviceLine", text => text.Contains("card", StringComparison.Ordinal));

        await editor.ClickAsync("GlazeConfigForm/cancel");
        await editor.WaitAsync("dialog-closed");
        await editor.QuitAsync();
        line.ShouldContain("card 20000c0de");
    }

    [WineFact]
    public async Task Dialog_WithAProfileNobodyKnows_SaysSo()
    {
        var picture = TestPicture.Landscape(60, 40, colorSpace: TestPicture.UnknownProfile);

        var after = await CloakAsync("unknown-profile", picture, notice: "could not be converted");

        after.Active.ShouldNotBe(picture.Active);
    }

    [WineTheory]
    [InlineData("empty-selection", "Nothing is selected")]
    [InlineData("transparent", "fully transparent")]
    public async Task Dialog_WithNothingToCloak_SaysSoAndOffersOnlyCancel(string name, string sentence)
    {
        var picture = TestPicture.Landscape(60, 40, name == "transparent" ? null : new byte[60 * 40]);
        if (name == "transparent")
        {
            picture = picture with { Layers = [picture.Layers[0], new byte[60 * 40 * 4]] };
        }

        await using var editor = await EditorSession.StartAsync(
            screen, name, new EditorOptions { Picture = picture, FakeMode = "Normal" });
        await editor.OpenDialogAsync();
        var status = await editor.WaitForControlAsync("GlazeConfigForm/status", text => text.Contains(sentence, StringComparison.Ordinal));
        var accept = editor.Events.Last(e => e.Name == "control" && e.Text.StartsWith("GlazeConfigForm/accept\t", StringComparison.Ordinal)).Text;
        await editor.ClickAsync("GlazeConfigForm/cancel");
        await editor.WaitAsync("dialog-closed");
        await editor.QuitAsync();

        status.ShouldContain(sentence);
        accept.ShouldContain("\tFalse\t");
    }

    private async Task<TestPicture> CloakAsync(string name, TestPicture picture, string notice = "")
    {
        await using var editor = await EditorSession.StartAsync(
            screen, name, new EditorOptions { Picture = picture, FakeMode = "Normal" });
        await editor.OpenDialogAsync();
        if (notice.Length > 0)
        {
            await editor.WaitForControlAsync("GlazeConfigForm/notice", text => text.Contains(notice, StringComparison.Ordinal));
        }

        await editor.ClickAsync("GlazeConfigForm/accept");
        await editor.WaitAsync("applied");
        var after = await editor.SaveAsync();
        await editor.QuitAsync();
        return after;
    }
}
