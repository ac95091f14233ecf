namespace Glaze.Imaging.Painterly;

/// <summary>All embedded target styles, named for movements and techniques.</summary>
public static class StyleCatalog
{
    /// <summary>The styles in the order in which they are listed.</summary>
    public static IReadOnlyList<PainterlyStyle> All { get; } =
    [
        new("swirling-strokes", "Long bent brush strokes along wandering contours, night blues against ochre.", StrokeStyles.Swirling),
        new("pointillism", "Dots of unmixed colour that blend in the eye.", DotStyles.Pointillism),
        new("woodblock-print", "Flat graded blocks of colour with a key line and the grain of the wood.", PrintStyles.Woodblock),
        new("watercolour-wash", "Transparent washes that pool at their edges and settle into the paper.", WashStyles.Watercolour),
        new("impressionist-dabs", "Short separate dabs of light colours on a pale ground.", StrokeStyles.Dabs),
        new("fauvist-colour", "Broad flat strokes in strong colours that ignore nature, with blue contours.", StrokeStyles.Fauvist),
        new("impasto-knife", "Thick slabs of paint laid with a knife and lit from the side.", StrokeStyles.Impasto),
        new("soft-pastel", "Chalk that catches on the tooth of a tinted paper.", StrokeStyles.Pastel),
        new("cubist-facets", "Angular planes, each shaded from its own side, in earth colours.", CellStyles.Facets),
        new("mosaic-tesserae", "Small square stones with grout between them.", CellStyles.Mosaic),
        new("stained-glass", "Large panes of glowing glass set in lead.", CellStyles.StainedGlass),
        new("paper-collage", "Torn coloured papers with pale rims and shadows.", CellStyles.Collage),
        new("ink-wash", "A few dilutions of black ink on warm paper.", WashStyles.InkWash),
        new("fresco", "Chalky earth pigments in old, cracked plaster.", WashStyles.Fresco),
        new("linocut", "Black gouge cuts, paper white and one spot colour.", PrintStyles.Linocut),
        new("art-deco-poster", "Bold flat shapes in teal, gold and black with airbrushed shading.", PrintStyles.DecoPoster),
        new("risograph-halftone", "Two transparent inks, pink and teal, in dot screens, slightly out of register.", DotStyles.Risograph),
        new("pen-hatching", "Pen lines in up to four directions, closer where it is darker.", LineStyles.Hatching),
        new("engraving", "Fine swelling lines that bend around forms, green-black on cream.", LineStyles.Engraving),
        new("charcoal", "Soft black sticks rubbed over rough paper.", LineStyles.Charcoal),
        new("woven-tapestry", "Woollen threads over and under, one colour a stitch.", DotStyles.Tapestry),
        // All that is known of the rule was measured with the others: one more would move their ranks.
        new("sfumato", "Forms without outlines that melt into one another as through smoke.", WashStyles.Sfumato) { IsByNameAlone = true },
    ];

    /// <summary>Those that the percentile rule draws from.</summary>
    public static IReadOnlyList<PainterlyStyle> Drawn { get; } = [.. All.Where(style => !style.IsByNameAlone)];

    /// <summary>The style of that name (case does not matter), or null.</summary>
    public static PainterlyStyle? Find(string name) =>
        All.FirstOrDefault(style => string.Equals(style.Name, name, StringComparison.OrdinalIgnoreCase));
}
