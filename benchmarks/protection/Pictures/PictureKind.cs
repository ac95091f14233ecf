namespace Glaze.Benchmarks.Protection.Pictures;

/// <summary>What most of a picture is.</summary>
internal enum PictureKind
{
    /// <summary>Texture nearly all over.</summary>
    Textured,

    /// <summary>About half of it or more is flat colour.</summary>
    Flat,
}
