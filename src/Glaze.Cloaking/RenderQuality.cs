namespace Glaze.Cloaking;

/// <summary>How much time the user lets the optimiser take; maps to steps in <see cref="StepPlan"/>.</summary>
public enum RenderQuality
{
    /// <summary>Few steps; seconds for a small picture.</summary>
    Fast,

    /// <summary>The default trade between time and protection.</summary>
    Balanced,

    /// <summary>As many steps as still gain something.</summary>
    Best,

    /// <summary>A handful of steps, for a first preview; not offered to users.</summary>
    Draft,
}
