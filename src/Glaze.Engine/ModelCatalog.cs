using Glaze.Cloaking.Encoders;
using Glaze.Onnx.Safetensors;

namespace Glaze.Engine;

/// <summary>The surrogate encoders at hand: the embedded one, and what the user installed.</summary>
internal sealed class ModelCatalog
{
    /// <summary>Name of the embedded encoder family.</summary>
    public const string Embedded = "glaze-mini";

    private readonly Lazy<IReadOnlyList<SurrogateEncoder>> _embedded = new(ReadEmbedded);

    /// <summary>The names that <c>--surrogate</c> takes.</summary>
    public IReadOnlyList<string> Names => [Embedded, .. _embedded.Value.Select(encoder => encoder.Name)];

    /// <summary>The ensemble of the named surrogates; all that is at hand when none is named.</summary>
    /// <exception cref="UserException">A name is not known.</exception>
    public SurrogateEnsemble Ensemble(IReadOnlyList<string> names) =>
        names.Count == 0 ? new SurrogateEnsemble(_embedded.Value) : new SurrogateEnsemble(names.SelectMany(Find).Distinct().ToList());

    private IEnumerable<SurrogateEncoder> Find(string name)
    {
        var found = name == Embedded ? _embedded.Value : _embedded.Value.Where(encoder => encoder.Name == name).ToList();
        return found.Count > 0
            ? found
            : throw new UserException($"There is no surrogate encoder named \"{name}\"; choose from {string.Join(", ", Names)}.", isUsage: true);
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
