namespace Glaze.Protocol.Messages;

/// <summary>The artist's choice of effort; the engine maps it to steps.</summary>
public enum RenderQuality
{
    /// <summary>Seconds.</summary>
    Fast,

    /// <summary>The default.</summary>
    Balanced,

    /// <summary>As good as the engine can.</summary>
    Best,
}
