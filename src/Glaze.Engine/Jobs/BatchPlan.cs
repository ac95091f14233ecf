namespace Glaze.Engine.Jobs;

/// <summary>What a batch does with everything it was given.</summary>
/// <param name="Files">The pictures to cloak.</param>
/// <param name="LeftOut">What was found beside them and is not cloaked.</param>
/// <param name="IsFolder">Whether the output is a folder, made when it is missing.</param>
internal sealed record BatchPlan(IReadOnlyList<BatchFile> Files, IReadOnlyList<LeftOutFile> LeftOut, bool IsFolder)
{
    /// <summary>Of a batch that is not planned yet.</summary>
    public static BatchPlan Empty { get; } = new([], [], IsFolder: false);
}
