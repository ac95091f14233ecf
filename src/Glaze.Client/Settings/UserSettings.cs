using Glaze.Protocol.Messages;

namespace Glaze.Client.Settings;

/// <summary>What is remembered for one user between sessions.</summary>
public sealed record UserSettings
{
    /// <summary>The artist's last choices, offered again next time.</summary>
    public CloakSettings Cloak { get => field ?? CloakSettings.Default; init; }

    /// <summary>
    /// The target style T that was drawn for this artist, used whenever the choice is automatic, so that all of an artist's
    /// pictures point the same way; null until the first cloak.
    /// </summary>
    public string? ArtistStyle { get; init; }

    /// <summary>The settings to send: the automatic style replaced by the artist's own once that is known.</summary>
    /// <param name="settings">What the artist chose.</param>
    /// <param name="styles">The engine's styles; an artist's style no longer among them is ignored. Null = unknown, keep it.</param>
    /// <returns>The same settings with the style resolved.</returns>
    public CloakSettings Resolve(CloakSettings settings, IReadOnlyList<StyleDescription>? styles)
    {
        var isKnown = ArtistStyle is not null
            && (styles is null || styles.Any(style => string.Equals(style.Name, ArtistStyle, StringComparison.Ordinal)));
        return isKnown && string.Equals(settings.Style, CloakRequest.AutoStyle, StringComparison.Ordinal)
            ? settings with { Style = ArtistStyle! }
            : settings;
    }
}
