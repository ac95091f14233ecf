using System.Drawing;

namespace GlazeEffectPlugin.Controls;

/// <summary>One line of a list: what the program calls it, what the artist reads, and perhaps a small picture.</summary>
internal sealed record ChoiceLine(string Name, string Title, Image? Picture = null)
{
    public override string ToString() => Title;
}
