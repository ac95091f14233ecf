using Glaze.Engine.Models;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Serving;

/// <summary>The encoders in the protocol's words.</summary>
internal static class ModelMessages
{
    private const long LargestTiny = 50_000_000;

    /// <summary>Every encoder: the embedded one, the published ones, and those imported under their own names.</summary>
    /// <param name="models">The encoders at hand.</param>
    /// <param name="damaged">One that was just found to be damaged; null for none.</param>
    public static IEnumerable<ModelDescription> List(ModelCatalog models, string? damaged)
    {
        var store = models.Store;
        yield return new ModelDescription(ModelCatalog.Embedded, string.Join(", ", models.EmbeddedFamilies), ModelState.Ready, BuiltIn: true, Licence: "MIT");
        foreach (var entry in store.Manifest.Models.Where(entry => entry.Kind == ModelKind.Encoder))
        {
            var installed = store.Folder.Find(entry.Id);
            var received = installed is null && new FileInfo(store.Folder.PartialOf(entry.Id)) is { Exists: true } part ? part.Length : 0;
            var bytes = installed?.Bytes ?? entry.Bytes;
            yield return new ModelDescription(
                entry.Id,
                entry.StandsFor,
                StateOf(store, entry.Id, installed, damaged) ?? (received > 0 ? ModelState.Partial : entry.Url is null ? ModelState.FileOnly : ModelState.Available),
                Full: entry.Id.EndsWith("-vae", StringComparison.Ordinal),
                Bytes: bytes,
                Received: received,
                Licence: $"{entry.Licence.Name}, © {entry.Licence.Holder}",
                LicenceUrl: entry.Licence.Url.ToString(),
                Host: entry.Url?.Host);
        }

        foreach (var own in store.Folder.List().Where(model => store.Manifest.Find(model.Id) is null))
        {
            yield return new ModelDescription(own.Id, own.Id, StateOf(store, own.Id, own, damaged)!.Value, Full: own.Bytes > LargestTiny, Bytes: own.Bytes);
        }
    }

    // The size tells most damage without reading 335 MB; the rest "verify" finds, and whoever uses the file.
    private static ModelState? StateOf(ModelStore store, string id, InstalledModel? installed, string? damaged) =>
        installed is null ? null
        : id == damaged || new FileInfo(store.Folder.FileOf(id)) is not { Exists: true } file || file.Length != installed.Bytes ? ModelState.Damaged
        : ModelState.Ready;
}
