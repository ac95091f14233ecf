namespace Glaze.Engine.Files;

/// <summary>The identities of this system's files.</summary>
internal static class FileIdentities
{
    /// <summary>Asks this system.</summary>
    public static IFileIdentities OfSystem { get; } = OperatingSystem.IsWindows() ? new WindowsFileIdentities() : new UnixFileIdentities();
}
