using Glaze.Client.Pixels;
using Glaze.Client.Resources;

namespace Glaze.Client.Dialog;

/// <summary>An entry of the style list.</summary>
/// <param name="Name">The name to give to <see cref="CloakDialogModel.SetStyle"/>.</param>
/// <param name="Label">What to show.</param>
/// <param name="Picture">A small picture; null while there is none.</param>
public sealed record StyleChoice(string Name, UserText Label, StylePicture? Picture = null);
