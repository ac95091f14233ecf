using System.Drawing;

namespace GlazeEffectPlugin.Controls;

/// <summary>One line of the style list; a null name means that the engine chooses.</summary>
internal sealed record StyleChoice(string? Name, string Title, string? Hint, Image? Picture)
{
    public override string ToString() => Title;
}
