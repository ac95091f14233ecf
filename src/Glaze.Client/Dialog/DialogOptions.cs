using Glaze.Client.Pixels;
using Glaze.Client.Resources;
using Glaze.Client.Results;
using Glaze.Client.Settings;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Dialog;

/// <summary>What a dialog is opened with.</summary>
public sealed record DialogOptions
{
    /// <summary>Makes results; shared by all dialogs of the host.</summary>
    public required CloakRenderer Renderer { get; init; }

    /// <summary>The picture.</summary>
    public required CloakPicture Picture { get; init; }

    /// <summary>Where events are raised and commands come from: the dialog's thread.</summary>
    public required SynchronizationContext Context { get; init; }

    /// <summary>The clock behind the debounce.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The settings to begin with (the host's token); null = the user's last ones.</summary>
    public CloakSettings? Settings { get; init; }

    /// <summary>How long the controls must rest before a preview starts.</summary>
    public TimeSpan Debounce { get; init; } = TimeSpan.FromMilliseconds(120);

    /// <summary>Longest side of a preview in pixels, 16 to 4096; the original beside it is shrunk to the same.</summary>
    public int PreviewMaxSide { get; init; } = 1024;

    /// <summary>Something to tell of this picture as long as nothing is wrong, such as that its colours are converted; null for nothing.</summary>
    public UserText? PictureNotice { get; init; }

    /// <summary>The part of the picture to preview at first; null = the selection's bounds.</summary>
    public PixelRectangle? PreviewRegion { get; init; }
}
