using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Encoders.Lpips;
using Glaze.Engine.Files;
using Glaze.Onnx;

namespace Glaze.Engine.Models;

/// <summary>Brings models into the user's folder: nothing is installed before it is complete, has the right hash and can be read.</summary>
/// <param name="folder">The folder.</param>
/// <param name="manifest">The models that are known.</param>
internal sealed class ModelInstaller(ModelFolder folder, ModelManifest manifest)
{
    /// <summary>Fetches and installs a model.</summary>
    /// <exception cref="UserException">It cannot be had.</exception>
    /// <exception cref="ModelIntegrityException">What arrived is not the model.</exception>
    /// <exception cref="InvalidModelException">What arrived is no model at all.</exception>
    public async Task<InstalledModel> InstallAsync(
        ModelEntry entry, ModelDownload download, IProgress<(long Received, long Total)> progress, CancellationToken cancellationToken)
    {
        if (entry.Url is null)
        {
            throw new UserException($"{entry.Id} is published in no format that is safe to open; docs/models.md says how to convert it and run \"glaze models import FILE --as {entry.Id}\".") { Trouble = ModelTrouble.NoAddress };
        }

        folder.Create();
        var partial = folder.PartialOf(entry.Id);
        var pinned = Pinned(entry);
        var isResumed = File.Exists(partial);
        await download.FetchAsync(entry, partial, progress, cancellationToken);
        var hash = FileHash.Compute(partial, cancellationToken);
        if (isResumed && !IsRight(entry, pinned, hash))
        {
            // Parts of two different files make no model: once more from the start.
            File.Delete(partial);
            await download.FetchAsync(entry, partial, progress, cancellationToken);
            hash = FileHash.Compute(partial, cancellationToken);
        }

        if (!IsRight(entry, pinned, hash))
        {
            File.Delete(partial);
            throw ModelIntegrityException.OfDownload(entry.Id, partial, entry.Sha256 ?? pinned!, hash, isPinned: entry.Sha256 is null);
        }

        try
        {
            CheckContent(partial, entry.Kind);
        }
        catch (InvalidModelException exception)
        {
            File.Delete(partial);
            throw new UserException($"What {entry.Url.Host} sent for {entry.Id} is not a model; nothing was installed; fetch the file elsewhere and run \"glaze models import FILE\".", innerException: exception) { Trouble = ModelTrouble.NotAModel };
        }

        return Put(new InstalledModel(entry.Id, new FileInfo(partial).Length, hash, entry.Url.ToString()), partial);
    }

    /// <summary>Installs a copy of a file that the user has.</summary>
    /// <param name="path">The file.</param>
    /// <param name="id">Which model it is; null to tell from its hash, else from its name.</param>
    /// <param name="cancellationToken">Stops; nothing is installed.</param>
    /// <exception cref="ModelIntegrityException">It is not that model.</exception>
    /// <exception cref="InvalidModelException">It is no model.</exception>
    /// <exception cref="UserException">It is not there.</exception>
    public InstalledModel Import(string path, string? id, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new UserException($"{path} does not exist; name the file to import.");
        }

        var entry = id is null ? null : manifest.Get(id);
        var hash = FileHash.Compute(path, cancellationToken);
        if (entry is not null && !IsRight(entry, Pinned(entry), hash))
        {
            throw ModelIntegrityException.OfImport(entry.Id, path, entry.Sha256 ?? Pinned(entry)!, hash);
        }

        entry ??= manifest.FindByHash(hash);
        CheckContent(path, entry?.Kind);
        var name = entry?.Id ?? OwnName(path, hash);
        folder.Create();
        var partial = folder.PartialOf(name);
        if (Places.OfSystem.AreSame(path, partial))
        {
            throw new UserException($"{path} is where a download of {name} is kept; copy it elsewhere and import the copy.");
        }

        try
        {
            File.Copy(path, partial, overwrite: true);
            File.SetAttributes(partial, FileAttributes.Normal);
            cancellationToken.ThrowIfCancellationRequested();
            return Put(new InstalledModel(name, new FileInfo(partial).Length, hash, Path.GetFileName(path)), partial);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static void CheckContent(string path, ModelKind? kind)
    {
        if (kind == ModelKind.Perceptual)
        {
            _ = LpipsNetwork.Open(path);
        }
        else
        {
            _ = EncoderFile.OpenAll(path);
        }
    }

    private InstalledModel Put(InstalledModel model, string completed)
    {
        folder.Add(model, completed);
        return model;
    }

    private string? Pinned(ModelEntry entry) => entry.Sha256 is null ? folder.Record(entry.Id)?.Sha256 : null;

    private static bool IsRight(ModelEntry entry, string? pinned, string hash) =>
        entry.Hashes.Contains(hash) || (entry.Sha256 is null && (pinned is null || pinned == hash));

    // A file the manifest does not know keeps its own name, made fit for the command line.
    private string OwnName(string path, string hash)
    {
        var stem = Path.GetFileNameWithoutExtension(path).ToLowerInvariant();
        var name = new string([.. stem.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '-')]);
        if (name.Trim('.', '-').Length == 0 || manifest.Find(name) is not null || name == ModelCatalog.Embedded)
        {
            throw new UserException($"{path} is not the published model of that name; rename the file, and it is imported under its own name.") { Trouble = ModelTrouble.OtherFile };
        }

        return folder.Record(name) is not { } known || known.Sha256 == hash
            ? name
            : throw new UserException($"A different model named {name} was imported before; rename the file, or run \"glaze models remove {name} --forget\" first.");
    }
}
