using Glaze.Client.Resources;

namespace Glaze.Client.Encoders;

/// <summary>Everything the panel of encoders shows, at one moment.</summary>
public sealed record EncoderPanelState
{
    /// <summary>Every encoder: built in, installed and installable; empty until the engine has said.</summary>
    public IReadOnlyList<EncoderItem> Items { get; init; } = [];

    /// <summary>The encoder that something is being done with; null when nothing is.</summary>
    public string? Busy { get; init; }

    /// <summary>Whether what is being done is a download, which can be paused and given up.</summary>
    public bool IsFetching { get; init; }

    /// <summary>How much of a download has arrived, 0 to 1; null while unknown.</summary>
    public double? Fraction { get; init; }

    /// <summary>What is being done, was found or failed; null when there is nothing to say.</summary>
    public UserText? Note { get; init; }

    /// <summary>Whether the note says that something failed.</summary>
    public bool IsError { get; init; }
}
