namespace Glaze.Client.Dialog;

/// <summary>What the dialog is doing.</summary>
public enum DialogPhase
{
    /// <summary>Nothing is under way.</summary>
    Idle,

    /// <summary>Something was asked for and the engine is not up yet.</summary>
    StartingEngine,

    /// <summary>A preview is under way, nothing of it to be seen yet.</summary>
    Previewing,

    /// <summary>A preview is shown and gets better.</summary>
    Refining,

    /// <summary>The final result is under way.</summary>
    Rendering,

    /// <summary>The final result is there.</summary>
    Done,

    /// <summary>The last thing asked for failed; <see cref="DialogState.Error"/> says why.</summary>
    Faulted,
}
