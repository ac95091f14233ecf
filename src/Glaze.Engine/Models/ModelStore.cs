namespace Glaze.Engine.Models;

/// <summary>Where models come from and go to.</summary>
/// <param name="Folder">The user's models.</param>
/// <param name="Manifest">The models that can be installed.</param>
/// <param name="Downloads">How patient downloads are.</param>
internal sealed record ModelStore(ModelFolder Folder, ModelManifest Manifest, DownloadSettings Downloads)
{
    /// <summary>The user's own.</summary>
    public static ModelStore OfUser() => new(ModelFolder.OfUser(), ModelManifest.OfUser(), DownloadSettings.Default);
}
