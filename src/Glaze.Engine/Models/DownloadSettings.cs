namespace Glaze.Engine.Models;

/// <summary>How patient a download is.</summary>
/// <param name="StallTimeout">How long nothing may arrive.</param>
/// <param name="Retries">How often to try again after the first time.</param>
/// <param name="RetryDelay">Pause before the first new try; it doubles each time.</param>
internal sealed record DownloadSettings(TimeSpan StallTimeout, int Retries, TimeSpan RetryDelay)
{
    /// <summary>For people's connections.</summary>
    public static readonly DownloadSettings Default = new(TimeSpan.FromSeconds(30), 4, TimeSpan.FromSeconds(1));
}
