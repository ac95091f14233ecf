namespace Glaze.Client.Dialog;

/// <summary>What the dialog shows of the picture.</summary>
public enum DialogView
{
    /// <summary>The cloaked picture.</summary>
    Cloaked,

    /// <summary>The picture without a cloak.</summary>
    Original,

    /// <summary>What a model sees of the cloaked picture; while "compare" is held, what it sees of the original.</summary>
    Model,
}
