using Glaze.Protocol.Messages;

namespace Glaze.Protocol.Framing;

/// <summary>A message together with all pixels it announced.</summary>
/// <param name="Message">The message.</param>
/// <param name="Pixels">Its first plane (picture, preview, result or thumbnails); empty when it announced none.</param>
/// <param name="Selection">The selection mask of a <see cref="CloakRequest"/>; empty when it announced none.</param>
public sealed record ReceivedMessage(Message Message, byte[] Pixels, byte[] Selection);
