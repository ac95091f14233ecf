namespace Glaze.Protocol.Messages;

/// <summary>A target style in the engine's catalogue.</summary>
/// <param name="Name">The name used in requests and on the command line.</param>
/// <param name="DisplayName">The name shown to the artist, in the language of <see cref="Hello"/>.</param>
public sealed record StyleDescription(string Name, string DisplayName);
