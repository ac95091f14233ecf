using System.Globalization;
using Glaze.Client.Dialog;
using Glaze.Client.Engine;
using Glaze.Client.Pixels;
using Glaze.Client.Resources;
using Glaze.Client.Results;
using Glaze.Client.Settings;
using Glaze.Client.Tests.Engine;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Tests.Dialog;

public sealed class CloakDialogModelTests
{
    [Fact]
    public void Constructor_NothingStartedYet_IsIdleWithDefaults()
    {
        using var dialog = new DialogFixture("Normal", isWarm: false);

        dialog.State.Phase.ShouldBe(DialogPhase.Idle);
        dialog.State.Settings.Intensity.ShouldBe(50);
        dialog.State.Styles.ShouldHaveSingleItem().Name.ShouldBe("auto");
        dialog.State.DeviceLine.Key.ShouldBe(TextKey.DeviceUnknown);
        dialog.State.CanStart.ShouldBeTrue();
        dialog.State.CanCompare.ShouldBeFalse();
        dialog.Engine.ProcessId.ShouldBeNull();
    }

    [Fact]
    public void Open_ColdEngine_StartsItShowsAPreviewAndRefinesIt()
    {
        using var dialog = new DialogFixture("Normal", isWarm: false);
        dialog.Do(model => model.Open());

        dialog.Clock.Advance(TimeSpan.FromMilliseconds(120));
        dialog.Loop.Until(() => dialog.State.Status.Key == TextKey.PreviewReady, "the preview is ready");

        var phases = dialog.Phases().ToList();
        phases[0].ShouldBe(DialogPhase.StartingEngine);
        phases.ShouldContain(DialogPhase.Previewing);
        phases[^1].ShouldBe(DialogPhase.Idle);
        dialog.State.Preview.ShouldNotBeNull().Width.ShouldBe(4);
        dialog.State.VisibleChange.Verdict.Key.ShouldBe(TextKey.ChangeSubtle);
        dialog.State.Protection.Level.ShouldBeNull("a preview is not audited");
        dialog.State.DeviceLine.Format(CultureInfo.InvariantCulture).ShouldBe("Computes on: Fake processor (processor)");
        dialog.State.CanCompare.ShouldBeTrue();
    }

    [Fact]
    public void Open_EngineUp_FillsTheStyleListOnceForAllDialogs()
    {
        using var dialog = new DialogFixture("Normal");
        dialog.Do(model => model.Open());
        dialog.Clock.Advance(TimeSpan.FromMilliseconds(120));
        dialog.Loop.Until(() => dialog.State.Styles.Any(style => style.Picture is not null), "pictures");

        dialog.Reopen();

        dialog.State.Styles.Select(style => style.Name).ShouldBe(["auto", "ukiyo-e", "dots"]);
        dialog.State.Styles[1].Label.ToString().ShouldBe("Woodblock print");
        dialog.State.Styles[2].Picture.ShouldNotBeNull().Height.ShouldBe(2);
        dialog.State.Devices.Select(device => device.Name).ShouldBe(["Fake card", "Fake processor"]);
    }

    [Fact]
    public void SetIntensity_WhileTheSliderMoves_StartsNothingUntilItRests()
    {
        using var dialog = new DialogFixture("Normal");
        for (var intensity = 0; intensity <= 40; intensity++)
        {
            var value = intensity;
            dialog.Do(model => model.SetIntensity(value));
            dialog.Clock.Advance(TimeSpan.FromMilliseconds(100));
            dialog.Loop.PumpFor(TimeSpan.FromMilliseconds(1));
        }

        dialog.State.Phase.ShouldBe(DialogPhase.Idle);
        dialog.State.Settings.Intensity.ShouldBe(40);
        dialog.Clock.Advance(TimeSpan.FromMilliseconds(20));
        dialog.Loop.Until(() => dialog.State.Status.Key == TextKey.PreviewReady, "one preview");
        dialog.Phases().Count(phase => phase == DialogPhase.Previewing).ShouldBe(1);
    }

    [Fact]
    public void SetIntensity_OutOfRange_IsBroughtInside()
    {
        using var dialog = new DialogFixture("Normal");

        dialog.Do(model => model.SetIntensity(1000));

        dialog.State.Settings.Intensity.ShouldBe(100);
    }

    [Fact]
    public void StartFinal_AsTheEngineComesUpForAPreview_IsNotOvertakenByIt()
    {
        using var dialog = new DialogFixture("Slow", isWarm: false);
        dialog.Do(model => model.Open());
        dialog.Clock.Advance(TimeSpan.FromMilliseconds(120));
        dialog.Loop.Until(() => dialog.State.Phase == DialogPhase.StartingEngine, "a preview waits for the engine");

        // That the engine is up waits for this thread, which is busy pressing OK.
        var posts = dialog.Loop.PostCount;
        SpinWait.SpinUntil(() => dialog.Loop.PostCount > posts, TimeSpan.FromMinutes(1)).ShouldBeTrue();
        dialog.Do(model => model.StartFinal());

        dialog.Until(DialogPhase.Done);
        dialog.Phases().ShouldNotContain(DialogPhase.Previewing);
    }

    [Fact]
    public void StartFinal_Always_EndsDoneWithTheWholePictureAndBothMeters()
    {
        using var dialog = new DialogFixture("Normal");
        dialog.Do(model => model.StartFinal());
        dialog.State.CanStart.ShouldBeFalse();
        dialog.State.CanEdit.ShouldBeFalse();
        dialog.State.IsBusy.ShouldBeTrue();

        dialog.Until(DialogPhase.Done);

        dialog.Loop.Until(() => dialog.State.Output is not null, "output");
        dialog.State.Output!.Bgra.Length.ShouldBe(800);
        dialog.State.Fraction.ShouldBe(1);
        dialog.State.Protection.Verdict.Key.ShouldBe(TextKey.ProtectionStrong);
        dialog.State.Protection.Figures!.Format(CultureInfo.InvariantCulture).ShouldBe("Style moved by 50 %; 35 % left after the worst clean-up (JPEG 75)");
        dialog.State.VisibleChange.Figures!.Format(CultureInfo.InvariantCulture).ShouldBe("PSNR 41.5 dB, largest change 7 of 255");
    }

    [Fact]
    public void StartFinal_SlowJob_ShowsProgressThatNeverFallsAndTheTimeLeft()
    {
        using var dialog = new DialogFixture("Slow");
        dialog.Do(model => model.StartFinal());

        dialog.Until(DialogPhase.Done);

        var fractions = dialog.States.Where(state => state.Phase == DialogPhase.Rendering).Select(state => state.Fraction ?? 0).ToList();
        fractions.ShouldBe(fractions.Order());
        fractions.Count.ShouldBeGreaterThan(5);
        dialog.States.ShouldContain(state => state.Remaining != null && state.Remaining.Key == TextKey.RemainingSeconds);
    }

    [Fact]
    public async Task StartFinal_SecondTimeAndAfterReopening_ComputesNothing()
    {
        using var dialog = new DialogFixture("Normal");
        dialog.Do(model => model.StartFinal());
        dialog.Loop.Until(() => dialog.State.Output is not null, "first output");
        var first = dialog.State.Output;
        await dialog.Engine.StopAsync();

        dialog.Reopen();
        dialog.Do(model => model.StartFinal());
        dialog.Loop.Until(() => dialog.State.Output is not null, "second output");

        dialog.State.Output.ShouldBeSameAs(first);
        dialog.Engine.ProcessId.ShouldBeNull();
    }

    [Fact]
    public void StartFinal_AutomaticStyle_BecomesTheArtistsAndIsKept()
    {
        using var dialog = new DialogFixture("Normal");
        dialog.Do(model => model.StartFinal());
        dialog.Until(DialogPhase.Done);

        dialog.Store.Current.ArtistStyle.ShouldBe("dots");
        dialog.State.Settings.Style.ShouldBe("auto");
        dialog.State.Styles[0].Label.ToString().ShouldBe("Automatic (Pointillism)");
        dialog.Renderer.Resolve(dialog.State.Settings).Style.ShouldBe("dots");
    }

    [Fact]
    public void Cancel_DuringTheFinalJob_IsIdleAtOnceAndTheNextJobWorks()
    {
        using var dialog = new DialogFixture("Slow");
        dialog.Do(model => model.StartFinal());
        dialog.Loop.PumpFor(TimeSpan.FromMilliseconds(150));
        dialog.State.Phase.ShouldBe(DialogPhase.Rendering);

        dialog.Do(model => model.Cancel());

        dialog.State.Phase.ShouldBe(DialogPhase.Idle);
        dialog.State.Status.Key.ShouldBe(TextKey.Cancelled);
        dialog.State.CanStart.ShouldBeTrue();
        dialog.Do(model => model.StartFinal());
        dialog.Until(DialogPhase.Done);
    }

    [Fact]
    public void Cancel_LateMessagesOfTheCancelledJob_ChangeNothing()
    {
        using var dialog = new DialogFixture("Slow");
        dialog.Do(model => model.StartFinal());
        dialog.Loop.PumpFor(TimeSpan.FromMilliseconds(150));
        dialog.Do(model => model.Cancel());
        var after = dialog.State;

        dialog.Loop.PumpFor(TimeSpan.FromMilliseconds(500));

        dialog.State.ShouldBe(after);
    }

    [Theory]
    [InlineData("Crash", TextKey.EngineCrashed)]
    [InlineData("Garbage", TextKey.EngineGarbled)]
    [InlineData("Flood", TextKey.EngineGarbled)]
    [InlineData("Hang", TextKey.EngineHung)]
    [InlineData("Fault", TextKey.Raw)]
    [InlineData("ExitAtOnce", TextKey.EngineCrashed)]
    public void StartFinal_EngineFails_SaysSoAndLetsTheArtistTryAgain(string mode, TextKey sentence)
    {
        using var dialog = new DialogFixture(mode, isWarm: false);
        dialog.Do(model => model.StartFinal());

        dialog.Until(DialogPhase.Faulted);

        dialog.State.Error.ShouldNotBeNull().Key.ShouldBe(sentence);
        dialog.State.Output.ShouldBeNull();
        dialog.State.CanStart.ShouldBeTrue();
        dialog.State.IsBusy.ShouldBeFalse();
    }

    [Fact]
    public async Task Flood_OfProgress_DoesNotFloodTheMessageLoop()
    {
        using var dialog = new DialogFixture("Flood");
        dialog.Do(model => model.StartFinal());

        // The loop stands still while the engine floods.
        await Task.Delay(1500);

        dialog.Loop.PostCount.ShouldBeLessThan(20);
        dialog.Until(DialogPhase.Faulted);
    }

    [Fact]
    public void DeviceLine_AfterAFallback_SaysWhatFailedAndWhy()
    {
        using var dialog = new DialogFixture("Normal");
        dialog.Do(model => model.SetDevice(DeviceKind.DirectMl));
        dialog.Do(model => model.StartFinal());

        dialog.Until(DialogPhase.Done);

        dialog.State.DeviceLine.Format(CultureInfo.InvariantCulture)
            .ShouldBe("Computes on: Fake processor (processor). DirectML could not be used: error 80070057");
    }

    [Fact]
    public void EmptySelection_Always_IsSaidAndNothingCanStart()
    {
        using var dialog = new DialogFixture("Normal", new CloakPicture(2, 2, new byte[16], null, new byte[4]));
        dialog.Do(model => model.Open());
        dialog.Clock.Advance(TimeSpan.FromSeconds(1));
        dialog.Loop.PumpFor(TimeSpan.FromMilliseconds(50));

        dialog.State.Status.Key.ShouldBe(TextKey.NothingSelected);
        dialog.State.CanStart.ShouldBeFalse();
        dialog.State.Phase.ShouldBe(DialogPhase.Idle);
    }

    [Fact]
    [Trait("Issue", "15")]
    public void TransparentLayer_WhateverIsMoved_IsSaidAndNothingIsStarted()
    {
        using var dialog = new DialogFixture("Normal", new CloakPicture(20, 10, new byte[800]), isWarm: false);
        dialog.Do(model => model.Open());
        dialog.Do(model => model.SetIntensity(70));
        dialog.Do(model => model.SetPreviewRegion(new PixelRectangle(0, 0, 5, 5)));
        dialog.Clock.Advance(TimeSpan.FromSeconds(1));
        dialog.Loop.PumpFor(TimeSpan.FromMilliseconds(50));
        dialog.Do(model => model.StartFinal());

        dialog.State.Status.Key.ShouldBe(TextKey.LayerTransparent);
        dialog.State.CanStart.ShouldBeFalse();
        dialog.State.Phase.ShouldBe(DialogPhase.Idle);
        dialog.Engine.State.ShouldBe(EngineState.Stopped);
    }

    [Fact]
    public void Done_SettingsMovedBeforeTheDialogIsGone_StayThoseOfTheResult()
    {
        using var dialog = new DialogFixture("Normal");
        dialog.Do(model => model.SetIntensity(61));
        dialog.Do(model => model.StartFinal());
        dialog.Loop.Until(() => dialog.State.Output is not null, "output");

        dialog.Do(model => model.SetIntensity(12));
        dialog.Do(model => model.RestoreDefaults());

        dialog.State.Settings.Intensity.ShouldBe(61);
        dialog.State.Output.ShouldNotBeNull();
        dialog.State.CanEdit.ShouldBeFalse();
        dialog.State.CanStart.ShouldBeFalse();
    }

    [Fact]
    public void Cancel_OnceDone_GivesTheResultUpAndLetsTheArtistGoOn()
    {
        using var dialog = new DialogFixture("Normal");
        dialog.Do(model => model.StartFinal());
        dialog.Loop.Until(() => dialog.State.Output is not null, "output");

        dialog.Do(model => model.Cancel());

        dialog.State.Output.ShouldBeNull();
        dialog.State.Phase.ShouldBe(DialogPhase.Idle);
        dialog.State.CanStart.ShouldBeTrue();
    }

    [Fact]
    public async Task StartFinal_EngineStoppedBySomeoneElse_SaysSoInsteadOfWaitingForEver()
    {
        using var dialog = new DialogFixture("Slow");
        dialog.Do(model => model.StartFinal());
        dialog.Loop.Until(() => dialog.State.Fraction > 0, "the job runs");

        await dialog.Engine.StopAsync();

        dialog.Until(DialogPhase.Faulted);
        dialog.State.Error.ShouldNotBeNull().Key.ShouldBe(TextKey.EngineStopped);
        dialog.State.IsBusy.ShouldBeFalse();
        dialog.State.CanStart.ShouldBeTrue();
    }

    [Fact]
    public void Styles_SameListAgain_IsTheSameObject()
    {
        using var dialog = new DialogFixture("Normal");
        dialog.Do(model => model.Open());
        dialog.Clock.Advance(TimeSpan.FromMilliseconds(120));
        dialog.Loop.Until(() => dialog.State.Styles.Any(style => style.Picture is not null), "pictures");
        dialog.Until(DialogPhase.Idle);
        var (styles, devices, first) = (dialog.State.Styles, dialog.State.Devices, dialog.State.Preview);

        dialog.Do(model => model.SetIntensity(20));
        dialog.Clock.Advance(TimeSpan.FromMilliseconds(120));
        dialog.Loop.Until(() => dialog.State is { Phase: DialogPhase.Idle, Preview: { } preview } && !ReferenceEquals(preview, first), "a second preview");

        dialog.State.Styles.ShouldBeSameAs(styles);
        dialog.State.Devices.ShouldBeSameAs(devices);
    }

    [Fact]
    public void SetDevice_Card_IsAskedForByItsNumberOfToday()
    {
        using var dialog = new DialogFixture("Normal");
        dialog.Renderer.HostAdapterLuid = 0xABC;
        dialog.Do(model => model.SetDevice(DeviceKind.DirectMl, "10de:2504 Fake card"));
        dialog.Do(model => model.StartFinal());

        dialog.Until(DialogPhase.Done);

        dialog.State.DeviceLine.Format(CultureInfo.InvariantCulture).ShouldStartWith("Computes on: Fake processor beside card 1000077aa (");
    }

    [Fact]
    public void StartFinal_NoDeviceChosen_AsksForTheHostsCard()
    {
        using var dialog = new DialogFixture("Normal");
        dialog.Renderer.HostAdapterLuid = 0xABC;
        dialog.Do(model => model.StartFinal());

        dialog.Until(DialogPhase.Done);

        dialog.State.DeviceLine.Format(CultureInfo.InvariantCulture).ShouldBe("Computes on: Fake processor beside card abc (processor)");
    }

    [Fact]
    public void StartFinal_ModelInstalledMeanwhile_ComputesAgain()
    {
        using var dialog = new DialogFixture("Normal");
        dialog.Do(model => model.StartFinal());
        dialog.Loop.Until(() => dialog.State.Output is not null, "first output");
        var first = dialog.State.Output;

        File.WriteAllText(Path.Combine(dialog.ModelsFolder, "taesd.safetensors"), "weights");
        dialog.Reopen();
        dialog.Do(model => model.StartFinal());
        dialog.Loop.Until(() => dialog.State.Output is not null, "second output");

        dialog.State.Output.ShouldNotBeSameAs(first);
        dialog.State.Output!.Result.Surrogates.ShouldBe(["held"], "the engine was asked again");
    }

    [Fact]
    public void RestoreDefaults_Always_KeepsTheSeedAlone()
    {
        using var dialog = new DialogFixture("Normal");
        dialog.Do(model => model.SetSeed(77));
        dialog.State.CanRestoreDefaults.ShouldBeFalse();
        dialog.Do(model => model.SetIntensity(90));
        dialog.Do(model => model.SetQuality(RenderQuality.Best));
        dialog.Do(model => model.SetStyle("dots"));
        dialog.State.CanRestoreDefaults.ShouldBeTrue();

        dialog.Do(model => model.RestoreDefaults());

        dialog.State.Settings.ShouldBe(CloakSettings.Default with { Seed = 77 });
    }

    [Fact]
    public void ShowOriginal_BeforeAnyPreview_DoesNothing()
    {
        using var dialog = new DialogFixture("Normal");

        dialog.Do(model => model.ShowOriginal(true));

        dialog.State.IsShowingOriginal.ShouldBeFalse();
    }

    [Fact]
    public void ShowOriginal_HeldAndReleased_FollowsTheHand()
    {
        using var dialog = new DialogFixture("Normal");
        dialog.Do(model => model.StartPreview());
        dialog.Clock.Advance(TimeSpan.FromSeconds(1));
        dialog.Loop.Until(() => dialog.State.CanCompare, "a preview");

        dialog.Do(model => model.ShowOriginal(true));
        dialog.State.IsShowingOriginal.ShouldBeTrue();
        dialog.Do(model => model.ShowOriginal(false));
        dialog.State.IsShowingOriginal.ShouldBeFalse();
    }

    [Fact]
    public void Close_WhileComputing_CancelsKeepsTheChoicesAndRaisesNothingMore()
    {
        using var dialog = new DialogFixture("Slow");
        dialog.Do(model => model.SetIntensity(33));
        dialog.Do(model => model.StartFinal());
        dialog.Loop.PumpFor(TimeSpan.FromMilliseconds(150));

        dialog.Do(model => model.Close());
        var count = dialog.States.Count;
        dialog.Loop.PumpFor(TimeSpan.FromMilliseconds(300));

        dialog.States.Count.ShouldBe(count);
        dialog.Store.Current.Cloak.Intensity.ShouldBe(33);
        dialog.Reopen().State.Settings.Intensity.ShouldBe(33);
    }

    [Fact]
    public void SetPreviewRegion_PartlyOutside_IsCutOff()
    {
        using var dialog = new DialogFixture("Normal");
        dialog.Do(model => model.SetPreviewRegion(new PixelRectangle(15, -5, 100, 8)));
        dialog.Clock.Advance(TimeSpan.FromSeconds(1));
        dialog.Loop.Until(() => dialog.State.Preview is not null, "a preview");

        dialog.State.Preview!.Region.ShouldBe(new PixelRectangle(15, 0, 5, 3));
    }

    [Fact]
    public void Settings_DiskFull_IsAWarningAndTheWorkGoesOn()
    {
        using var dialog = new DialogFixture("Normal");
        var engine = dialog.Engine;
        var store = new UserSettingsStore("/dev/null/nowhere");
        using var model = new CloakDialogModel(new DialogOptions
        {
            Renderer = new CloakRenderer(engine, new ResultCache(), store),
            Picture = FakeEngines.Picture(),
            Context = dialog.Loop,
            Time = dialog.Clock,
        });

        dialog.Loop.Do(model.StartFinal);
        dialog.Loop.Until(() => model.State.Phase == DialogPhase.Done, "done");

        model.State.Warning.ShouldNotBeNull().Key.ShouldBe(TextKey.SettingsNotSaved);
        store.Current.ArtistStyle.ShouldBe("dots");
    }
}
