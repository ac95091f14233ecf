using System.Text.Json;

namespace Glaze.Engine.Models;

/// <summary>The models that can be installed: models/models.json, embedded in this build.</summary>
/// <param name="Version">Version of the manifest's format.</param>
/// <param name="Models">The models, in the order they are listed.</param>
internal sealed record ModelManifest(int Version, IReadOnlyList<ModelEntry> Models)
{
    private static readonly Lazy<ModelManifest> Shared = new(Read);

    /// <summary>The manifest of this build.</summary>
    public static ModelManifest Embedded => Shared.Value;

    /// <summary>Environment variable that names a server to fetch from instead of the publishers'; hashes hold all the same.</summary>
    public const string MirrorVariable = "GLAZE_MIRROR";

    /// <summary>The manifest of this build, its files on the mirror that the user named, if there is one.</summary>
    public static ModelManifest OfUser() => Embedded.At(Environment.GetEnvironmentVariable(MirrorVariable));

    /// <summary>The same models on another server, under the paths that they have at their publishers.</summary>
    /// <param name="mirror">Its address: https, or http on this machine; null or empty for the publishers.</param>
    /// <exception cref="UserException">It is no such address.</exception>
    public ModelManifest At(string? mirror)
    {
        if (string.IsNullOrEmpty(mirror))
        {
            return this;
        }

        return Uri.TryCreate(mirror, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? this with { Models = [.. Models.Select(model => model.Url is { } url ? model with { Url = new Uri(address, url.PathAndQuery) } : model)] }
            : throw new UserException($"{MirrorVariable} is \"{mirror}\"; it must be an address that begins with https://.", isUsage: true);
    }

    /// <summary>The model of an identifier, or null.</summary>
    public ModelEntry? Find(string id) => Models.FirstOrDefault(model => string.Equals(model.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The model of an identifier.</summary>
    /// <exception cref="UserException">There is none.</exception>
    public ModelEntry Get(string id) => Find(id)
        ?? throw new UserException($"There is no model named \"{id}\"; \"glaze models list\" shows them.", isUsage: true);

    /// <summary>The model that published a file of this hash, or null.</summary>
    public ModelEntry? FindByHash(string sha256) => Models.FirstOrDefault(model => model.Hashes.Contains(sha256));

    private static ModelManifest Read()
    {
        using var stream = typeof(ModelManifest).Assembly.GetManifestResourceStream("models.json")
            ?? throw new InvalidOperationException("The list of models is missing from this build.");
        return JsonSerializer.Deserialize(stream, ModelJsonContext.Default.ModelManifest)
            ?? throw new InvalidOperationException("The list of models in this build is empty.");
    }
}
