namespace Glaze.Protocol.Messages;

/// <summary>What flat colour may carry.</summary>
public enum FlatColour
{
    /// <summary>Almost nothing: flat art stays clean, and is hardly protected there.</summary>
    Clean,

    /// <summary>A fine, even, colourless grain that looks like paper.</summary>
    Grain,
}
