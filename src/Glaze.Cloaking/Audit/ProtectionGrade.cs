namespace Glaze.Cloaking.Audit;

/// <summary>How much of the way to the target encoders see, in one word; the limits and what they rest on are in docs/report.md.</summary>
public enum ProtectionGrade
{
    /// <summary>No more than everyday handling does to an uncloaked picture.</summary>
    None,

    /// <summary>Measurable, but little of it survives.</summary>
    Weak,

    /// <summary>Enough to make mimicry fail now and then.</summary>
    Moderate,

    /// <summary>Enough to make mimicry fail mostly.</summary>
    Strong,
}
