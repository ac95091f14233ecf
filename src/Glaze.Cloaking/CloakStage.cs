namespace Glaze.Cloaking;

/// <summary>What the cloaker is doing, in order.</summary>
public enum CloakStage
{
    /// <summary>Choosing the target style.</summary>
    ChoosingStyle,

    /// <summary>Redrawing the picture in the target style.</summary>
    RenderingTarget,

    /// <summary>Optimising δ.</summary>
    Optimizing,

    /// <summary>Rounding δ to whole levels and writing it into the picture.</summary>
    Applying,
}
