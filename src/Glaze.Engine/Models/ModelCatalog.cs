using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Encoders.Lpips;
using Glaze.Engine.Models;
using Glaze.Languages;
using Glaze.Onnx;
using Glaze.Onnx.Safetensors;

namespace Glaze.Engine.Models;

/// <summary>The surrogate encoders at hand: the embedded one, and what the user installed.</summary>
internal sealed class ModelCatalog
{
    /// <summary>Name of the embedded encoder family.</summary>
    public const string Embedded = "glaze-mini";

    // The full AutoencoderKL encoders cost about 9 times a tiny one and 7 GB at 512²: only when they are named.
    private const long LargestByDefault = 5_000_000;

    private readonly Lazy<IReadOnlyList<SurrogateEncoder>> _embedded = new(ReadEmbedded);
    private Lazy<IReadOnlyList<(SurrogateEncoder Encoder, InstalledModel Model)>> _installed;
    private Lazy<(string Name, LpipsNetwork Network)?> _perceptual;
    private readonly ModelStore _store;
    private readonly ModelCheck _check;
    private string _stamp;

    public ModelCatalog()
        : this(ModelStore.OfUser())
    {
    }

    public ModelCatalog(ModelStore store)
    {
        _store = store;
        _check = new ModelCheck(store);
        _stamp = store.Folder.Stamp();
        _installed = new(ReadInstalled);
        _perceptual = new(ReadPerceptual);
    }

    /// <summary>The folder of installed models.</summary>
    public string Folder => _store.Folder.Root;

    /// <summary>Where models come from and go to.</summary>
    public ModelStore Store => _store;

    /// <summary>The families that the embedded encoder stands for.</summary>
    public IEnumerable<string> EmbeddedFamilies => _embedded.Value.SelectMany(encoder => encoder.Families).Select(family => family.StandsFor).Distinct();

    /// <summary>The names that <c>--surrogate</c> takes.</summary>
    public IReadOnlyList<string> Names => [Embedded, .. All.Select(encoder => encoder.Name)];

    /// <summary>The learned perceptual distance: the first of the manifest that is installed and whole, or null.</summary>
    public LpipsNetwork? Perceptual => _perceptual.Value?.Network;

    /// <summary>The name of <see cref="Perceptual"/>, or null.</summary>
    public string? PerceptualName => _perceptual.Value?.Name;

    private IEnumerable<SurrogateEncoder> All => _embedded.Value.Concat(_installed.Value.Select(installed => installed.Encoder));

    /// <summary>Reads the folder of models again if anything in it was changed since; not while sessions of its encoders run.</summary>
    /// <returns>Whether it was.</returns>
    public bool Refresh()
    {
        var stamp = _store.Folder.Stamp();
        if (stamp == _stamp)
        {
            return false;
        }

        _stamp = stamp;
        _installed = new(ReadInstalled);
        _perceptual = new(ReadPerceptual);
        return true;
    }

    /// <summary>
    /// The ensemble of the named surrogates; the embedded and all small installed ones when none is named, since every
    /// installed encoder adds its own cost to every step.
    /// </summary>
    /// <exception cref="UserException">A name is not known.</exception>
    public SurrogateEnsemble Ensemble(IReadOnlyList<string> names) => new(names.Count == 0
        ? [.. All.Where(IsSmallAndUnchanged)]
        : [.. names.SelectMany(Find).Distinct()]);

    /// <summary>The small encoders at hand that an ensemble leaves out: a cloak can be measured on them as on strangers.</summary>
    public IReadOnlyList<SurrogateEncoder> Others(SurrogateEnsemble ensemble) =>
        [.. All.Where(encoder => !ensemble.Encoders.Contains(encoder) && IsSmallAndUnchanged(encoder))];

    /// <summary>What the names stand for, in users' words.</summary>
    /// <param name="language">Whose words.</param>
    public IEnumerable<(string Name, string StandsFor)> Descriptions(Language language) =>
        _installed.Value.Select(installed => (installed.Encoder.Name, installed.Encoder.StandsFor)).Prepend((Embedded, language[$"models.{Embedded}"]));

    private IEnumerable<SurrogateEncoder> Find(string name)
    {
        var found = name == Embedded ? _embedded.Value : All.Where(encoder => encoder.Name == name && IsUnchanged(encoder)).ToList();
        return found.Count > 0
            ? found
            : throw new UserException(_store.Manifest.Find(name) is { Kind: ModelKind.Encoder } known
                ? $"The surrogate encoder {known.Id} is not installed or is damaged; run \"glaze models install {known.Id}\" or \"glaze models verify {known.Id}\"."
                : $"There is no surrogate encoder named \"{name}\"; choose from {string.Join(", ", Names)}.", isUsage: true);
    }

    private bool IsSmallAndUnchanged(SurrogateEncoder encoder) => encoder.ParameterCount <= LargestByDefault && IsUnchanged(encoder);

    // Only what is used is read to its end: a full encoder has 335 MB.
    private bool IsUnchanged(SurrogateEncoder encoder)
    {
        var model = _installed.Value.FirstOrDefault(installed => installed.Encoder == encoder).Model;
        return model is null || _check.IsUnchanged(model);
    }

    // A damaged file is left out; "glaze models verify" says what is wrong with it.
    private List<(SurrogateEncoder Encoder, InstalledModel Model)> ReadInstalled()
    {
        var encoders = new List<(SurrogateEncoder Encoder, InstalledModel Model)>();
        foreach (var model in _store.Folder.List())
        {
            var entry = _store.Manifest.Find(model.Id);
            if (entry is not { Kind: not ModelKind.Encoder })
            {
                encoders.AddRange((Whole(model, file => EncoderFile.OpenAll(file, model.Id, entry?.StandsFor)) ?? []).Select(encoder => (encoder, model)));
            }
        }

        return encoders;
    }

    private (string Name, LpipsNetwork Network)? ReadPerceptual()
    {
        foreach (var entry in _store.Manifest.Models.Where(entry => entry.Kind == ModelKind.Perceptual))
        {
            if (_store.Folder.Find(entry.Id) is { } model && Whole(model, LpipsNetwork.Open) is { } network && _check.IsUnchanged(model))
            {
                return (entry.Id, network);
            }
        }

        return null;
    }

    private T? Whole<T>(InstalledModel model, Func<string, T> open)
        where T : class
    {
        var file = _store.Folder.FileOf(model.Id);
        try
        {
            return new FileInfo(file).Length == model.Bytes ? open(file) : null;
        }
        catch (Exception exception) when (exception is InvalidModelException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IReadOnlyList<SurrogateEncoder> ReadEmbedded()
    {
        using var stream = typeof(ModelCatalog).Assembly.GetManifestResourceStream("glaze-mini.safetensors")
            ?? throw new InvalidOperationException("The embedded encoder is missing from this build.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return LayerListEncoder.ReadAll(Embedded, SafetensorsFile.Open(bytes));
    }
}
