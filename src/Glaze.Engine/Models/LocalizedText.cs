namespace Glaze.Engine.Models;

/// <summary>A text in the product's two languages.</summary>
/// <param name="En">English.</param>
/// <param name="Ja">Japanese.</param>
internal sealed record LocalizedText(string En, string Ja);
