namespace Glaze.Imaging.Painterly;

/// <summary>All embedded target styles, named for movements and techniques.</summary>
public static class StyleCatalog
{
    /// <summary>The styles in the order in which they are listed.</summary>
    public static IReadOnlyList<PainterlyStyle> All { get; } =
    [
        new("swirling-strokes", "Swirling Strokes", "渦巻く筆致", "Long bent brush strokes along wandering contours, night blues against ochre.", StrokeStyles.Swirling),
        new("pointillism", "Pointillism", "点描", "Dots of unmixed colour that blend in the eye.", DotStyles.Pointillism),
        new("woodblock-print", "Woodblock Print", "木版画", "Flat graded blocks of colour with a key line and the grain of the wood.", PrintStyles.Woodblock),
        new("watercolour-wash", "Watercolour Wash", "水彩", "Transparent washes that pool at their edges and settle into the paper.", WashStyles.Watercolour),
        new("impressionist-dabs", "Impressionist Dabs", "印象派の筆触", "Short separate dabs of light colours on a pale ground.", StrokeStyles.Dabs),
        new("fauvist-colour", "Fauvist Colour", "野獣派の色彩", "Broad flat strokes in strong colours that ignore nature, with blue contours.", StrokeStyles.Fauvist),
        new("impasto-knife", "Impasto Knife", "ペインティングナイフ", "Thick slabs of paint laid with a knife and lit from the side.", StrokeStyles.Impasto),
        new("soft-pastel", "Soft Pastel", "パステル", "Chalk that catches on the tooth of a tinted paper.", StrokeStyles.Pastel),
        new("cubist-facets", "Cubist Facets", "立体派の面", "Angular planes, each shaded from its own side, in earth colours.", CellStyles.Facets),
        new("mosaic-tesserae", "Mosaic", "モザイク", "Small square stones with grout between them.", CellStyles.Mosaic),
        new("stained-glass", "Stained Glass", "ステンドグラス", "Large panes of glowing glass set in lead.", CellStyles.StainedGlass),
        new("paper-collage", "Paper Collage", "貼り絵", "Torn coloured papers with pale rims and shadows.", CellStyles.Collage),
        new("ink-wash", "Ink Wash", "水墨", "A few dilutions of black ink on warm paper.", WashStyles.InkWash),
        new("fresco", "Fresco", "フレスコ", "Chalky earth pigments in old, cracked plaster.", WashStyles.Fresco),
        new("linocut", "Linocut", "リノリウム版画", "Black gouge cuts, paper white and one spot colour.", PrintStyles.Linocut),
        new("art-deco-poster", "Art Deco Poster", "アールデコのポスター", "Bold flat shapes in teal, gold and black with airbrushed shading.", PrintStyles.DecoPoster),
        new("risograph-halftone", "Risograph Halftone", "リソグラフ", "Two transparent inks, pink and teal, in dot screens, slightly out of register.", DotStyles.Risograph),
        new("pen-hatching", "Pen Hatching", "ペン画", "Pen lines in up to four directions, closer where it is darker.", LineStyles.Hatching),
        new("engraving", "Engraving", "銅版画", "Fine swelling lines that bend around forms, green-black on cream.", LineStyles.Engraving),
        new("charcoal", "Charcoal", "木炭", "Soft black sticks rubbed over rough paper.", LineStyles.Charcoal),
        new("woven-tapestry", "Woven Tapestry", "綴れ織", "Woollen threads over and under, one colour a stitch.", DotStyles.Tapestry),
    ];

    /// <summary>The style of that name (case does not matter), or null.</summary>
    public static PainterlyStyle? Find(string name) =>
        All.FirstOrDefault(style => string.Equals(style.Name, name, StringComparison.OrdinalIgnoreCase));
}
