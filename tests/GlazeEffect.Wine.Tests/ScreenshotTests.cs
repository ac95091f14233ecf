namespace GlazeEffect.Wine.Tests;

/// <summary>Pictures of the dialog for people to look at; what can be checked of them is checked.</summary>
[Collection(WineCollection.Name)]
public sealed class ScreenshotTests(WineScreen screen)
{
    [WineTheory]
    [InlineData("en", "light", 96)]
    [InlineData("en", "dark", 96)]
    [InlineData("ja", "light", 96)]
    [InlineData("ja", "dark", 192)]
    [InlineData("en", "light", 192)]
    public async Task Dialog_InEveryGuise_FitsItsWindow(string language, string theme, int dpi)
    {
        var name = $"{language}-{theme}-{dpi * 100 / 96}";
        await screen.SetDpiAsync(dpi);
        try
        {
            await using var editor = await EditorSession.StartAsync(screen, "shot-" + name, new EditorOptions
            {
                Picture = TestPicture.Landscape(280, 210),
                Language = language,
                Theme = theme,
                Desktop = dpi == 96 ? "1100x800" : "1950x1380",
            });

            await editor.OpenDialogAsync();
            await editor.ScreenshotAsync($"dialog-{name}-starting");
            await editor.WaitForControlAsync("GlazeConfigForm/compare", _ => true, 120);
            await editor.WaitForEnabledAsync("GlazeConfigForm/compare", 200);
            await editor.ScreenshotAsync($"dialog-{name}-preview");
            await editor.PressAsync("GlazeConfigForm/compare");
            await editor.ScreenshotAsync($"dialog-{name}-comparing");
            await editor.ReleaseAsync();
            await editor.WaitForDescriptionAsync("GlazeConfigForm/style", text => text.Any(c => c is >= '1' and <= '9'), 90);
            await editor.ClickAsync("GlazeConfigForm/style");
            await Task.Delay(700);
            await editor.ScreenshotAsync($"dialog-{name}-styles");
            await editor.KeyAsync("Escape");
            await editor.WaitForDescriptionAsync("GlazeConfigForm/protection", text => text.Contains('%', StringComparison.Ordinal), 150);
            await editor.ScreenshotAsync($"dialog-{name}-measured");
            var outside = editor.ControlsOutside("GlazeConfigForm");
            await editor.ClickAsync("GlazeConfigForm/cancel");
            await editor.WaitAsync("dialog-closed", TimeSpan.FromSeconds(15));
            await editor.QuitAsync();

            outside.ShouldBeEmpty();
        }
        finally
        {
            await screen.SetDpiAsync(96);
        }
    }

    [WineTheory]
    [InlineData("en", "light")]
    [InlineData("ja", "dark")]
    public async Task Dialog_WithoutItsEngine_ShowsTheError(string language, string theme)
    {
        await using var editor = await EditorSession.StartAsync(screen, $"shot-error-{language}", new EditorOptions
        {
            Picture = TestPicture.Landscape(280, 210),
            Language = language,
            Theme = theme,
            FakeMode = "",
        });

        await editor.OpenDialogAsync();
        var status = await editor.WaitForControlAsync(
            "GlazeConfigForm/status", text => text.Contains("glaze.exe", StringComparison.Ordinal));
        await editor.ScreenshotAsync($"dialog-{language}-{theme}-error");
        await editor.ClickAsync("GlazeConfigForm/cancel");
        await editor.WaitAsync("dialog-closed", TimeSpan.FromSeconds(10));
        await editor.QuitAsync();

        status.ShouldContain("GlazeEffect");
    }
}
