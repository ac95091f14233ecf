using Glaze.Client.Pixels;
using Glaze.Client.Resources;
using Glaze.Client.Settings;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Dialog;

/// <summary>Everything the dialog shows, at one moment. Immutable: compare references to see what changed.</summary>
public sealed record DialogState
{
    /// <summary>What is being done.</summary>
    public DialogPhase Phase { get; init; }

    /// <summary>The artist's choices, where the controls stand.</summary>
    public required CloakSettings Settings { get; init; }

    /// <summary>The style list, automatic first.</summary>
    public required IReadOnlyList<StyleChoice> Styles { get; init; }

    /// <summary>The devices to choose from, usable ones, as the engine named them; empty until it runs.</summary>
    public IReadOnlyList<DeviceDescription> Devices { get; init; } = [];

    /// <summary>The line that says what really computes.</summary>
    public required UserText DeviceLine { get; init; }

    /// <summary>The status line: always something to show.</summary>
    public required UserText Status { get; init; }

    /// <summary>How long it will take; null while unknown.</summary>
    public UserText? Remaining { get; init; }

    /// <summary>Progress 0 to 1; null = draw a bar without an end (or none when nothing is under way).</summary>
    public double? Fraction { get; init; }

    /// <summary>What failed, with the remedy; null when nothing did.</summary>
    public UserText? Error { get; init; }

    /// <summary>Something that did not stop the work (settings not saved); null when nothing.</summary>
    public UserText? Warning { get; init; }

    /// <summary>What there is to tell of the picture itself; null when nothing.</summary>
    public UserText? PictureNotice { get; init; }

    /// <summary>The line of notices: what is wrong comes before what is only good to know; null when there is nothing to say.</summary>
    public UserText? Notice => Warning ?? PictureNotice;

    /// <summary>What the picture on show is: the original, a preview, one that is still getting better, or what a model sees.</summary>
    public UserText Badge =>
        ShowsOriginal || Preview is null ? new UserText(TextKey.BadgeOriginal)
        : this is { View: DialogView.Model, ModelView: { } view } ? new UserText(view.IsEstimate ? TextKey.BadgeModelEstimated : TextKey.BadgeModel, view.Family)
        : Phase is DialogPhase.Refining or DialogPhase.Previewing ? new UserText(TextKey.BadgeRefining)
        : new UserText(View == DialogView.Model ? TextKey.BadgeLooking : TextKey.BadgePreview);

    /// <summary>Whether the original is shown: chosen, or while "compare" is held.</summary>
    public bool ShowsOriginal => IsShowingOriginal || View == DialogView.Original;

    /// <summary>The newest preview; null before the first.</summary>
    public PreviewPicture? Preview { get; init; }

    /// <summary>What of the picture is shown.</summary>
    public DialogView View { get; init; }

    /// <summary>What a model sees of <see cref="Preview"/>; null until it was asked for and has come.</summary>
    public ModelViewPicture? ModelView { get; init; }

    /// <summary>The final result; null unless <see cref="Phase"/> is <see cref="DialogPhase.Done"/>.</summary>
    public CloakOutput? Output { get; init; }

    /// <summary>True while the artist holds "compare": show the original.</summary>
    public bool IsShowingOriginal { get; init; }

    /// <summary>How visible the change is.</summary>
    public MeterReading VisibleChange { get; init; } = Meters.Unmeasured;

    /// <summary>How strong the protection is.</summary>
    public MeterReading Protection { get; init; } = Meters.Unmeasured;

    /// <summary>The same for each family of models; empty until measured.</summary>
    public IReadOnlyList<FamilyReading> Families { get; init; } = [];

    /// <summary>True while something is under way.</summary>
    public bool IsBusy => Phase is DialogPhase.StartingEngine or DialogPhase.Previewing or DialogPhase.Refining or DialogPhase.Rendering;

    /// <summary>True while the final result is wanted.</summary>
    public bool IsFinal { get; init; }

    /// <summary>False when no pixel could be changed: nothing is selected, or all that is selected is transparent.</summary>
    public bool HasWork { get; init; } = true;

    /// <summary>Whether OK is enabled.</summary>
    public bool CanStart => HasWork && CanEdit;

    /// <summary>Whether settings can be changed: not while the final result is made, nor once it is there for them.</summary>
    public bool CanEdit => !IsFinal && Phase != DialogPhase.Done;

    /// <summary>Whether "restore defaults" is enabled.</summary>
    public bool CanRestoreDefaults => CanEdit && Settings != CloakSettings.Default with { Seed = Settings.Seed };

    /// <summary>Whether compare is enabled.</summary>
    public bool CanCompare => Preview is not null || Output is not null;
}
