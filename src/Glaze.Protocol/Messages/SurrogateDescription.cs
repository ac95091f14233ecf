namespace Glaze.Protocol.Messages;

/// <summary>A surrogate encoder in the engine's catalogue.</summary>
/// <param name="Name">The name used in requests and on the command line.</param>
/// <param name="DisplayName">The name shown to the artist.</param>
/// <param name="Installed">True when it can be used now.</param>
public sealed record SurrogateDescription(string Name, string DisplayName, bool Installed);
