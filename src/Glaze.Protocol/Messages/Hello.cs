
namespace Glaze.Protocol.Messages;

/// <summary>The client's greeting. Its kind byte and <paramref name="ProtocolVersion"/> stay the same in every version.</summary>
/// <param name="ProtocolVersion">The version the client speaks.</param>
/// <param name="Client">Who is calling, for the log, such as "GlazeEffect 0.1.0".</param>
/// <param name="Language">Tag of the language of display names and fault sentences, such as "ja"; English for one that the engine lacks.</param>
public sealed record Hello(int ProtocolVersion, string Client, string Language) : Message(FrameKind.Hello)
{
    /// <inheritdoc/>
    public override void Validate()
    {
        Require.Name(Client, "client");
        Require.Name(Language, "language");
    }
}
