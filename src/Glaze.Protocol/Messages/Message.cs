using System.Text.Json.Serialization;

namespace Glaze.Protocol.Messages;

/// <summary>A message: everything that travels as JSON.</summary>
public abstract record Message
{
    private protected Message(FrameKind kind) => Kind = kind;

    /// <summary>The kind byte its frame carries.</summary>
    [JsonIgnore]
    public FrameKind Kind { get; }

    /// <summary>The planes of pixels that follow the message, with their exact sizes in bytes; empty for most.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<AnnouncedPlane> Planes => [];

    /// <summary>The job whose pixels follow; 0 when none do.</summary>
    [JsonIgnore]
    public virtual int PixelJob => 0;

    /// <summary>Checks every bound that the JSON types alone do not hold.</summary>
    /// <exception cref="ProtocolException">A value is out of bounds; the message names it.</exception>
    public virtual void Validate()
    {
    }
}
