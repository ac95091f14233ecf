namespace Glaze.Engine.Models;

/// <summary>The terms a model is published under.</summary>
/// <param name="Name">Its usual name.</param>
/// <param name="Holder">Who holds the copyright.</param>
/// <param name="Url">Where the text is.</param>
internal sealed record ModelLicence(string Name, string Holder, Uri Url);
