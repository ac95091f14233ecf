namespace Glaze.Engine.Reporting;

/// <summary>What became of a picture; the words are part of the contract with scripts.</summary>
internal enum PictureStatus
{
    /// <summary>Its cloaked copy was written.</summary>
    Cloaked,

    /// <summary>It was to be cloaked and was not.</summary>
    Failed,

    /// <summary>Its output was there already and was kept, as asked.</summary>
    Existing,

    /// <summary>It was found in a folder and is no picture that can be cloaked.</summary>
    NotRead,

    /// <summary>The run was cancelled before it was written.</summary>
    Cancelled,
}
