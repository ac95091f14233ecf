namespace Glaze.Protocol.Messages;

/// <summary>How visible a change is to people, in a word.</summary>
public enum Visibility
{
    /// <summary>Nothing changed.</summary>
    None,

    /// <summary>Practically invisible: from 45 dB on.</summary>
    Invisible,

    /// <summary>Hard to see: from 38 dB on.</summary>
    Subtle,

    /// <summary>Noticeable when looked for: from 32 dB on.</summary>
    Noticeable,

    /// <summary>Visible: below.</summary>
    Visible,
}
