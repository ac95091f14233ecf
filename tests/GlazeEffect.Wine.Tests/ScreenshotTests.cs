using Glaze.Languages;

namespace GlazeEffect.Wine.Tests;

/// <summary>Pictures of the dialog for people to look at; what can be checked of them is checked.</summary>
[Collection(WineCollection.Name)]
public sealed class ScreenshotTests(WineScreen screen)
{
    [WineTheory]
    [InlineData("en", "light", 96)]
    [InlineData("ko", "dark", 96)]
    [InlineData("zh-Hans", "light", 96)]
    [InlineData("ja", "dark", 192)]
    public async Task Dialog_InEveryGuise_FitsItsWindow(string language, string theme, int dpi)
    {
        var name = $"{language}-{theme}-{dpi * 100 / 96}";
        await screen.SetDpiAsync(dpi);
        try
        {
            await using var editor = await EditorSession.StartAsync(screen, "shot-" + name, new EditorOptions
            {
                Picture = await TestPicture.SampleAsync("landscape.png", 480, 320),
                Language = language,
                Theme = theme,
                Desktop = dpi == 96 ? "1100x840" : "1950x1620",
            });

            await editor.OpenDialogAsync();
            await editor.ScreenshotAsync($"dialog-{name}-starting");
            await editor.WaitForControlAsync("GlazeConfigForm/compare", _ => true, 120);
            await editor.WaitForEnabledAsync("GlazeConfigForm/compare", 200);
            await editor.ScreenshotAsync($"dialog-{name}-preview");
            await editor.PressAsync("GlazeConfigForm/compare");
            await editor.ScreenshotAsync($"dialog-{name}-comparing");
            await editor.ReleaseAsync();
            await editor.WaitForDescriptionAsync("GlazeConfigForm/style", text => text.Any(c => c is >= '1' and <= '9'), 200);
            await editor.ClickAsync("GlazeConfigForm/style");
            await Task.Delay(700);
            await editor.ScreenshotAsync($"dialog-{name}-styles");
            await editor.KeyAsync("Escape");
            await editor.WaitForDescriptionAsync("GlazeConfigForm/protection", text => text.Contains('%', StringComparison.Ordinal), 150);
            await editor.ScreenshotAsync($"dialog-{name}-measured");
            var outside = editor.ControlsOutside("GlazeConfigForm");
            await editor.ClickAsync("GlazeConfigForm/cancel");
            await editor.WaitAsync("dialog-closed");
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
    [InlineData("ko", "light")]
    [InlineData("zh-Hans", "dark")]
    public async Task Encoders_InEveryState_AreShown(string language, string theme)
    {
        await using var editor = await EditorSession.StartAsync(screen, $"shot-encoders-{language}", new EditorOptions
        {
            Picture = TestPicture.Landscape(280, 210),
            Language = language,
            Theme = theme,
            FakeMode = "Normal",
        });
        var name = $"encoders-{language}-{theme}";
        await editor.OpenDialogAsync();
        await editor.WaitForEnabledAsync("GlazeConfigForm/compare", 60);

        await editor.ClickAsync("GlazeConfigForm/encoders");
        await editor.ClickAsync("EncoderPanelForm/encoder-gone");
        await editor.ScreenshotAsync(name + "-list", "EncoderPanelForm");
        await editor.ClickAsync("EncoderPanelForm/install");
        await editor.WaitForControlAsync("AgreementForm/question", text => text.Contains("fake.invalid", StringComparison.Ordinal));
        await editor.ScreenshotAsync(name + "-question", "AgreementForm");
        await editor.ClickAsync("AgreementForm/agree");
        var failure = await editor.WaitForControlAsync("EncoderPanelForm/note", text => text.Contains("fake.invalid", StringComparison.Ordinal));
        await editor.ScreenshotAsync(name + "-failed", "EncoderPanelForm");
        await editor.ClickAsync("EncoderPanelForm/encoder-slow");
        await editor.ClickAsync("EncoderPanelForm/install");
        await editor.ClickAsync("AgreementForm/agree");
        await editor.WaitForControlAsync("EncoderPanelForm/note", text => text.Contains("5.0 MB", StringComparison.Ordinal));
        await editor.ScreenshotAsync(name + "-fetching", "EncoderPanelForm");
        await editor.ClickAsync("EncoderPanelForm/pause");
        await editor.WaitForDescriptionAsync("EncoderPanelForm/encoder-slow", text => text.Contains("5.0 MB", StringComparison.Ordinal), 20);
        await editor.WaitForEnabledAsync("EncoderPanelForm/install", 20);
        await editor.ScreenshotAsync(name + "-paused", "EncoderPanelForm");
        var outside = editor.ControlsOutside("EncoderPanelForm").Where(path => !path.Contains("/encoder-", StringComparison.Ordinal));
        await editor.ClickAsync("EncoderPanelForm/close");
        await editor.ClickAsync("GlazeConfigForm/cancel");
        await editor.WaitAsync("dialog-closed");
        await editor.QuitAsync();

        failure.ShouldBe(Language.Of(language).Format("encoders.Gone", "Family gone", "fake.invalid"));
        outside.ShouldBeEmpty();
    }

    [WineTheory]
    [InlineData("en", "light", 96, "1100x840")]
    [InlineData("ja", "dark", 144, "1366x768")]
    public async Task View_OfAModelAndOfGrain_IsShown(string language, string theme, int dpi, string desktop)
    {
        await screen.SetDpiAsync(dpi);
        try
        {
            await ShowViewsAsync(language, theme, desktop);
        }
        finally
        {
            await screen.SetDpiAsync(96);
        }
    }

    [WineTheory]
    [InlineData("en", "light")]
    [InlineData("ja", "dark")]
    [InlineData("ko", "dark")]
    [InlineData("zh-Hans", "light")]
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
        await editor.WaitAsync("dialog-closed");
        await editor.QuitAsync();

        status.ShouldContain("GlazeEffect");
    }

    private async Task ShowViewsAsync(string language, string theme, string desktop)
    {
        await using var editor = await EditorSession.StartAsync(screen, $"shot-view-{language}", new EditorOptions
        {
            Picture = await TestPicture.SampleAsync("character.png", 320, 320),
            Language = language,
            Theme = theme,
            Desktop = desktop,
        });
        await editor.OpenDialogAsync();
        await editor.WaitForEnabledAsync("GlazeConfigForm/compare", 200);
        await editor.ClickAsync("GlazeConfigForm/view/viewModel");
        var badge = await editor.WaitForControlAsync("GlazeConfigForm/preview", text => text.Contains("Stable Diffusion", StringComparison.Ordinal), 200);
        await editor.ScreenshotAsync($"view-{language}-model");
        await editor.PressAsync("GlazeConfigForm/compare");
        await editor.ScreenshotAsync($"view-{language}-model-original");
        await editor.ReleaseAsync();
        await editor.WaitForControlAsync("GlazeConfigForm/preview", text => text == badge);
        await editor.ClickAsync("GlazeConfigForm/view/viewCloaked");
        var cloakedBadge = await editor.WaitForControlAsync("GlazeConfigForm/preview", text => !text.Contains("Stable Diffusion", StringComparison.Ordinal));
        await editor.ClickAsync("GlazeConfigForm/flat/flatGrain");
        await editor.WaitForControlAsync("GlazeConfigForm/preview", text => text != cloakedBadge, 60);
        await editor.WaitForControlAsync("GlazeConfigForm/preview", text => text == cloakedBadge, 200);
        await editor.WaitForDescriptionAsync("GlazeConfigForm/families", text => text.Contains("FLUX.2", StringComparison.Ordinal), 200);
        await editor.ScreenshotAsync($"view-{language}-grain");
        await editor.ClickAsync("GlazeConfigForm/cancel");
        await editor.WaitAsync("dialog-closed");
        await editor.QuitAsync();

        badge.ShouldContain("Stable Diffusion 1.x / 2.x");
    }
}
