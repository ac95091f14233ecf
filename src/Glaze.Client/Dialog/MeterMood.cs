namespace Glaze.Client.Dialog;

/// <summary>Whether a meter says what the artist wants.</summary>
public enum MeterMood
{
    /// <summary>It does not.</summary>
    Poor,

    /// <summary>In between.</summary>
    Fair,

    /// <summary>It does.</summary>
    Good,
}
