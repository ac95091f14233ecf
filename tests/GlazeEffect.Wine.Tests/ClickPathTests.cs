namespace GlazeEffect.Wine.Tests;

/// <summary>The whole way of an artist, with the engine that ships.</summary>
[Collection(WineCollection.Name)]
public sealed class ClickPathTests(WineScreen screen)
{
    private const int Width = 160;
    private const int Height = 120;

    [WineFact]
    public async Task Effect_FromMenuToRepeat_ChangesTheSelectionAndUndoesWholly()
    {
        var selection = TestPicture.SoftRectangle(Width, Height, 30, 20, 130, 105, fade: 3);
        var picture = TestPicture.Landscape(Width, Height, selection);
        await using var editor = await EditorSession.StartAsync(screen, "click-path", new EditorOptions { Picture = picture });

        await editor.OpenDialogAsync();
        await editor.WaitForControlAsync("GlazeConfigForm/preview", IsCloaked, 120);
        await editor.DragAsync("GlazeConfigForm/intensity", 0.5, 0.8, steps: 12);
        var intensity = await editor.WaitForControlAsync("GlazeConfigForm/intensityValue", text => text is not "50");
        await editor.PressAsync("GlazeConfigForm/compare");
        await editor.WaitForControlAsync("GlazeConfigForm/preview", text => text == "Original");
        await editor.ReleaseAsync();
        await editor.WaitForControlAsync("GlazeConfigForm/preview", IsCloaked);
        await editor.ClickAsync("GlazeConfigForm/quality/qualityFast");
        await editor.ClickAsync("GlazeConfigForm/accept");
        var applied = await editor.WaitAsync("applied", TimeSpan.FromSeconds(200));
        var cloaked = await editor.SaveAsync();
        await editor.KeyAsync("ctrl+z");
        await editor.WaitAsync("undone");
        var undone = await editor.SaveAsync();
        await editor.KeyAsync("ctrl+y");
        await editor.WaitAsync("redone");
        var redone = await editor.SaveAsync();
        await editor.KeyAsync("ctrl+f");
        var repeated = await editor.WaitAsync("repeated", TimeSpan.FromSeconds(200));
        var twice = await editor.SaveAsync();
        var device = editor.Events.Last(e => e.Name == "control" && e.Text.StartsWith("GlazeConfigForm/deviceLine", StringComparison.Ordinal)).Text;
        await editor.QuitAsync();

        intensity.ShouldNotBe("50");
        applied.Text.ShouldBe("undo=1");
        ShouldBeCloaked(picture, cloaked);
        undone.Active.ShouldBe(picture.Active);
        redone.Active.ShouldBe(cloaked.Active);
        repeated.Text.ShouldBe("undo=2");
        ShouldBeCloaked(picture, twice);
        twice.Active.ShouldNotBe(cloaked.Active);
        device.ShouldContain("processor");
        device.ShouldContain("could not be used");
        await screen.NoEngineShouldRemainAsync(5);
    }

    private static bool IsCloaked(string badge) => badge.StartsWith("Cloaked", StringComparison.Ordinal);

    private static void ShouldBeCloaked(TestPicture before, TestPicture after)
    {
        after.Layers[0].ShouldBe(before.Layers[0]);
        var changed = 0;
        for (var i = 0; i < before.Selection!.Length; i++)
        {
            var old = before.Active.AsSpan(i * 4, 4);
            var now = after.Active.AsSpan(i * 4, 4);
            now[3].ShouldBe(old[3]);
            if (!now.SequenceEqual(old))
            {
                before.Selection[i].ShouldBeGreaterThan((byte)0);
                old[3].ShouldBeGreaterThan((byte)0);
                changed++;
            }
        }

        changed.ShouldBeGreaterThan(before.Selection.Length / 20);
    }
}
