using System.Diagnostics;

namespace GlazeEffect.Wine.Tests;

/// <summary>What the artist sees when the engine fails; every time the layer stays as it is and no engine is left behind.</summary>
[Collection(FaultCollection.Name)]
public sealed class FaultTests(FaultWineScreen screen)
{
    private static readonly TestPicture Picture = TestPicture.Landscape(200, 150);

    [WineTheory]
    [InlineData("", "The Glaze engine is missing")]
    [InlineData("ExitAtOnce", "stopped unexpectedly (code 3)")]
    [InlineData("GarbageAtStart", "sent something that makes no sense")]
    [InlineData("WrongVersion", "are of different versions")]
    [InlineData("RefuseVersion", "are of different versions")]
    [InlineData("Crash", "stopped unexpectedly (code 42)")]
    [InlineData("Garbage", "sent something that makes no sense")]
    [InlineData("Flood", "sent something that makes no sense")]
    [InlineData("WrongSize", "sent something that makes no sense")]
    [InlineData("Fault", "The model file fake.safetensors is damaged; install it again.")]
    [InlineData("Hang", "stopped responding")]
    [InlineData("NoHeartbeat", "stopped responding")]
    public async Task Accept_WithABadEngine_SaysWhyAndLeavesTheLayer(string mode, string sentence)
    {
        await using var editor = await EditorSession.StartAsync(
            screen, "fault-" + (mode.Length == 0 ? "missing" : mode), new EditorOptions { Picture = Picture, FakeMode = mode });

        await editor.OpenDialogAsync();
        await editor.ClickAsync("GlazeConfigForm/accept");
        var error = await editor.WaitAsync("error-dialog");
        await editor.ClickAsync("ErrorDialog/ok");
        await editor.WaitAsync("error-dialog-closed");
        await editor.ClickAsync("GlazeConfigForm/cancel");
        await editor.WaitAsync("dialog-closed");
        var after = await editor.SaveAsync();
        await editor.QuitAsync();

        error.Text.Split("||")[0].ShouldContain(sentence);
        after.Layers.ShouldBe(Picture.Layers);
        await screen.NoEngineShouldRemainAsync(5);
    }

    [WineFact]
    public async Task Engine_KilledInMidRun_SaysSoAndWorksAgain()
    {
        await using var editor = await EditorSession.StartAsync(
            screen, "fault-killed", new EditorOptions { Picture = Picture, FakeMode = "Slow" });

        await editor.OpenDialogAsync();
        await editor.WaitForControlAsync("GlazeConfigForm/preview", text => text == "Cloaked (preview)", 30);
        await editor.ClickAsync("GlazeConfigForm/accept");
        await editor.WaitForControlAsync("GlazeConfigForm/status", text => text.StartsWith("Cloaking", StringComparison.Ordinal));
        foreach (var id in screen.EngineProcesses())
        {
            Process.GetProcessById(id).Kill();
        }

        var error = await editor.WaitAsync("error-dialog");
        await editor.ClickAsync("ErrorDialog/ok");
        await editor.WaitAsync("error-dialog-closed");
        var unchanged = await SaveFromDialogAsync(editor);
        await editor.OpenDialogAsync();
        await editor.ClickAsync("GlazeConfigForm/accept");
        await editor.WaitAsync("applied");
        var cloaked = await editor.SaveAsync();
        await editor.QuitAsync();

        error.Text.ShouldContain("stopped unexpectedly");
        unchanged.Layers.ShouldBe(Picture.Layers);
        cloaked.Active.ShouldNotBe(Picture.Active);
        await screen.NoEngineShouldRemainAsync(5);
    }

    [WineFact]
    public async Task Cancel_WhileComputing_StopsWithinTheLimitAndKeepsTheDialog()
    {
        // An engine that does not even listen: the limit must hold all the same.
        await using var editor = await EditorSession.StartAsync(
            screen, "cancel", new EditorOptions { Picture = Picture, FakeMode = "IgnoreCancel" });

        await editor.OpenDialogAsync();
        await editor.ClickAsync("GlazeConfigForm/accept");
        await editor.WaitForControlAsync("GlazeConfigForm/status", text => text.StartsWith("Loading", StringComparison.Ordinal));
        await editor.ClickAsync("GlazeConfigForm/cancel");
        var clock = Stopwatch.StartNew();
        await editor.WaitForControlAsync("GlazeConfigForm/status", text => text.StartsWith("Cancelled", StringComparison.Ordinal), 10);
        var untilShown = clock.ElapsedMilliseconds;
        var after = await SaveFromDialogAsync(editor);
        await editor.QuitAsync();

        // 200 ms for the cancel; the rest is the log's 60 ms, our own polling and a busy machine.
        untilShown.ShouldBeLessThan(1000);
        after.Layers.ShouldBe(Picture.Layers);
        await screen.NoEngineShouldRemainAsync(5);
    }

    [WineFact]
    public async Task Dialog_ClosedWhileComputing_LeavesTheLayerAndTheEditorUsable()
    {
        await using var editor = await EditorSession.StartAsync(
            screen, "closed", new EditorOptions { Picture = Picture, FakeMode = "Slow" });

        await editor.OpenDialogAsync();
        await editor.ClickAsync("GlazeConfigForm/accept");
        await editor.KeyAsync("alt+F4");
        await editor.WaitAsync("dialog-closed");
        var after = await editor.SaveAsync();
        await editor.QuitAsync();

        after.Layers.ShouldBe(Picture.Layers);
        await screen.NoEngineShouldRemainAsync(5);
    }

    [WineFact]
    public async Task Host_KilledWhileComputing_TakesTheEngineAlong()
    {
        await using var editor = await EditorSession.StartAsync(
            screen, "host-killed", new EditorOptions { Picture = Picture, FakeMode = "Slow" });

        await editor.OpenDialogAsync();
        await editor.WaitForControlAsync("GlazeConfigForm/preview", text => text == "Cloaked (preview)", 30);
        screen.EngineProcesses().ShouldNotBeEmpty();
        foreach (var id in screen.Processes("GlazeEffect.StandInEditor.exe"))
        {
            Process.GetProcessById(id).Kill();
        }

        await screen.NoEngineShouldRemainAsync(5);
    }

    [WineFact]
    public async Task Settings_ThatCannotBeSaved_AreAWarningAndNoMore()
    {
        await using var editor = await EditorSession.StartAsync(
            screen, "settings", new EditorOptions { Picture = Picture, FakeMode = "Slow", HasBrokenUserFolder = true });

        await editor.OpenDialogAsync();
        await editor.ClickAsync("GlazeConfigForm/accept");
        var warning = await editor.WaitForControlAsync("GlazeConfigForm/notice", text => text.Length > 0);
        await editor.WaitAsync("applied");
        var after = await editor.SaveAsync();
        await editor.QuitAsync();

        warning.ShouldContain("could not be saved");
        after.Active.ShouldNotBe(Picture.Active);
    }

    private static async Task<TestPicture> SaveFromDialogAsync(EditorSession editor)
    {
        var closed = editor.Events.Count(e => e.Name == "dialog-closed");
        await editor.ClickAsync("GlazeConfigForm/cancel");
        await editor.WaitAsync("dialog-closed", after: closed);
        return await editor.SaveAsync();
    }
}
