namespace GlazeEffect.Wine.Tests;

/// <summary>Hands at the wrong moment: closing, choosing and dragging while something else goes on.</summary>
[Collection(FaultCollection.Name)]
public sealed class HandsTests(FaultWineScreen screen)
{
    private const string Slider = "GlazeConfigForm/intensity";
    private const string SliderValue = "GlazeConfigForm/intensityValue";
    private const string Style = "GlazeConfigForm/style";

    // Issue 18, B17: the host disposes the layer as soon as the dialog is gone.
    [WineFact]
    public async Task Dialog_ClosedWhileTheLayerIsRead_EndsWithoutAWord()
    {
        await using var editor = await EditorSession.StartAsync(screen, "hands-reading", new EditorOptions
        {
            Picture = TestPicture.Landscape(40, 1500),
            FakeMode = "Normal",
            Variables = [("STAND_IN_READ_DELAY", "1500")],
        });

        await editor.BeginDialogAsync();
        var reading = editor.TextOf("GlazeConfigForm/status");
        await editor.KeyAsync("alt+F4");
        await editor.WaitAsync("dialog-closed");
        await editor.SaveAsync();
        var errors = editor.Events.Where(e => e.Name == "error-dialog").ToArray();
        await editor.QuitAsync();

        reading.ShouldBe("Reading the layer…");
        errors.ShouldBeEmpty();
    }

    // Issue 18, B18.
    [WineFact]
    public async Task Styles_NewOnesWhileTheListIsOpen_WaitUntilItIsClosed()
    {
        await using var editor = await EditorSession.StartAsync(
            screen, "hands-styles", new EditorOptions { Picture = TestPicture.Landscape(64, 48) });

        await editor.OpenDialogAsync();
        await editor.ClickAsync(Style);
        var opened = editor.TextOf(Style);
        await editor.WaitForControlAsync("GlazeConfigForm/status", text => text.StartsWith("This is a preview", StringComparison.Ordinal), 120);
        var whileOpen = editor.TextOf(Style);
        await editor.KeyAsync("Escape");
        await editor.WaitForControlAsync(Style, text => text != opened);
        await editor.ClickAsync("GlazeConfigForm/cancel");
        await editor.WaitAsync("dialog-closed");
        await editor.QuitAsync();

        whileOpen.ShouldBe(opened);
    }

    // Issue 18, B19.
    [WineFact]
    public async Task Slider_DisabledWhileItIsDragged_LetsGo()
    {
        await using var editor = await EditorSession.StartAsync(
            screen, "hands-slider", new EditorOptions { Picture = TestPicture.Landscape(200, 150), FakeMode = "IgnoreCancel" });

        await editor.OpenDialogAsync();
        await editor.PressAsync(Slider, 0.3);
        var dragged = await editor.WaitForControlAsync(SliderValue, text => text != "50");
        await editor.KeyAsync("Return");
        await editor.WaitForControlAsync("GlazeConfigForm/status", text => text.StartsWith("Loading", StringComparison.Ordinal));
        await editor.KeyAsync("Escape");
        await editor.WaitForControlAsync("GlazeConfigForm/status", text => text.StartsWith("Cancelled", StringComparison.Ordinal));
        await editor.WaitForEnabledAsync(Slider, 10);
        await editor.MoveAsync(Slider, 0.9);
        await editor.ReleaseAsync();
        await editor.MoveAsync(Slider, 0.7);
        await Task.Delay(500);
        var after = editor.TextOf(SliderValue);
        await editor.ClickAsync("GlazeConfigForm/cancel");
        await editor.WaitAsync("dialog-closed");
        await editor.QuitAsync();

        after.ShouldBe(dragged);
    }
}
