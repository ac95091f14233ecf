using Glaze.Imaging;

namespace Glaze.Cloaking.Audit;

/// <summary>One thing that people do to pictures, by accident or to remove a cloak.</summary>
/// <param name="Name">Identifier in reports; what people call it is a word of each language.</param>
/// <param name="Apply">The operation: same size in and out.</param>
public sealed record Purifier(string Name, Func<PlanarImage, PlanarImage> Apply);
