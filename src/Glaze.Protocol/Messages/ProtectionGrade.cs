namespace Glaze.Protocol.Messages;

/// <summary>The audit's verdict in one word; the limits are the engine's.</summary>
public enum ProtectionGrade
{
    /// <summary>Not judged.</summary>
    Unknown,

    /// <summary>No lasting effect.</summary>
    None,

    /// <summary>Measurable, but little survives.</summary>
    Weak,

    /// <summary>Enough to make mimicry fail now and then.</summary>
    Moderate,

    /// <summary>Enough to make mimicry fail mostly.</summary>
    Strong,
}
