namespace Glaze.Cloaking.Budget;

/// <summary>What flat colour may carry.</summary>
public enum FlatColour
{
    /// <summary>At most one level, at six of ten pixels (RMS below 0.8): flat art stays clean, and is hardly protected.</summary>
    Clean,

    /// <summary>An even, fine, colourless grain of RMS up to 3 levels that looks like paper.</summary>
    Grain,
}
