namespace Glaze.Engine.Jobs;

/// <summary>Something in a folder that is not cloaked.</summary>
/// <param name="Path">What it is called.</param>
/// <param name="Reason">One sentence that names it.</param>
/// <param name="IsFailure">Whether there may be pictures in it that should have been cloaked.</param>
internal sealed record LeftOutFile(string Path, string Reason, bool IsFailure);
