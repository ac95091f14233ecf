using Glaze.Imaging;

namespace Glaze.Cloaking.Audit;

/// <summary>One thing that people do to pictures, by accident or to remove a cloak.</summary>
/// <param name="Name">Identifier in reports.</param>
/// <param name="DisplayName">What users call it.</param>
/// <param name="JapaneseName">The same in Japanese.</param>
/// <param name="Apply">The operation: same size in and out.</param>
public sealed record Purifier(string Name, string DisplayName, string JapaneseName, Func<PlanarImage, PlanarImage> Apply);
