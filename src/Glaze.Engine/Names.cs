using Glaze.Cloaking.Audit;
using Glaze.Imaging.Painterly;
using Glaze.Languages;

namespace Glaze.Engine;

/// <summary>What the command line and people call what the libraries call by type.</summary>
internal static class Names
{
    /// <summary>A grade of protection in a word.</summary>
    public static string Of(ProtectionGrade grade) => grade.ToString().ToLowerInvariant();

    /// <summary>A style as people call it.</summary>
    public static string Of(PainterlyStyle style, Language language) => language[$"styles.{style.Name}"];

    /// <summary>A purifier as people call it.</summary>
    public static string Of(Purifier purifier, Language language) => language[$"purifiers.{purifier.Name}"];
}
