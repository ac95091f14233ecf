using System.Text.Json;

namespace Glaze.Engine.Models;

/// <summary>
/// The user's folder of models: for each the file <c>ID.safetensors</c> and its record <c>ID.json</c>. A model is installed
/// when both are there; files under way have other names.
/// </summary>
/// <param name="root">The folder; made when first needed.</param>
internal sealed class ModelFolder(string root)
{
    /// <summary>Environment variable that names another folder.</summary>
    public const string Variable = "GLAZE_MODELS";

    private const string FileExtension = ".safetensors";
    private const string RecordExtension = ".json";

    /// <summary>The folder itself.</summary>
    public string Root => root;

    /// <summary>The user's own folder: GLAZE_MODELS, or GlazeEffect/models among the user's application data.</summary>
    public static ModelFolder OfUser() => new(
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path
            ? Path.GetFullPath(path)
            : Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                "GlazeEffect",
                "models"));

    /// <summary>Where a model's file is or goes.</summary>
    public string FileOf(string id) => Path.Combine(root, id + FileExtension);

    /// <summary>Where a model's file is while it is being fetched.</summary>
    public string PartialOf(string id) => Path.Combine(root, id + ".partial");

    /// <summary>The installed models that can be read, by identifier.</summary>
    public IReadOnlyList<InstalledModel> List() =>
        [.. Files(RecordExtension).Select(file => Find(Path.GetFileNameWithoutExtension(file.Name))).OfType<InstalledModel>().OrderBy(model => model.Id, StringComparer.Ordinal)];

    /// <summary>The files that are read to find out what is installed, and those of the models.</summary>
    public IEnumerable<string> Contents() => Files(RecordExtension, FileExtension).Select(file => file.FullName);

    /// <summary>Changes whenever a model is installed, replaced or removed: names, sizes and times of the folder's files.</summary>
    public string Stamp() => string.Join('|', Files(RecordExtension, FileExtension)
        .OrderBy(file => file.Name, StringComparer.Ordinal)
        .Select(file => $"{file.Name}:{file.Length}:{file.LastWriteTimeUtc.Ticks}"));

    /// <summary>An installed model, or null; a record that cannot be read, or is just being written, is none.</summary>
    public InstalledModel? Find(string id)
    {
        try
        {
            return File.Exists(FileOf(id)) ? Record(id) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>What is remembered of a model, installed or removed; null when nothing is.</summary>
    /// <exception cref="IOException">It cannot be read now, so nobody knows.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read, so nobody knows.</exception>
    public InstalledModel? Record(string id)
    {
        try
        {
            using var stream = File.OpenRead(RecordOf(id));
            return JsonSerializer.Deserialize(stream, ModelJsonContext.Default.InstalledModel) is { Sha256.Length: 64 } model ? model with { Id = id } : null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Puts a complete, checked file in place.</summary>
    /// <param name="model">What to remember.</param>
    /// <param name="completed">The file; it is moved.</param>
    public void Add(InstalledModel model, string completed)
    {
        var temporary = RecordOf(model.Id) + ".new";
        File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(model, ModelJsonContext.Default.InstalledModel));
        File.Move(temporary, RecordOf(model.Id), overwrite: true);
        File.Move(completed, FileOf(model.Id), overwrite: true);
    }

    /// <summary>Removes a model, and what arrived of it so far.</summary>
    /// <param name="id">The model.</param>
    /// <param name="forget">Whether to forget its hash too.</param>
    /// <returns>Whether there was anything to remove.</returns>
    public bool Remove(string id, bool forget)
    {
        string[] files = forget ? [FileOf(id), PartialOf(id), RecordOf(id)] : [FileOf(id), PartialOf(id)];
        var present = files.Where(File.Exists).ToList();
        present.ForEach(File.Delete);
        return present.Count > 0;
    }

    /// <summary>Makes the folder.</summary>
    public void Create() => Directory.CreateDirectory(root);

    // One that vanishes meanwhile is none; a folder that may not be read is as good as empty.
    private FileInfo[] Files(params string[] extensions)
    {
        try
        {
            return Directory.Exists(root)
                ? [.. new DirectoryInfo(root).EnumerateFiles().Where(file => extensions.Contains(file.Extension) && file.Exists)]
                : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private string RecordOf(string id) => Path.Combine(root, id + RecordExtension);
}
