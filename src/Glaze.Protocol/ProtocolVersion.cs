namespace Glaze.Protocol;

/// <summary>The version both sides must share; the rule for raising it is in docs/protocol.md.</summary>
public static class ProtocolVersion
{
    /// <summary>The version this assembly speaks. Compared for equality: there is no range of compatible versions.</summary>
    public const int Current = 3;
}
