using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Glaze.Benchmarks.Mimicry.Arms;
using Glaze.Benchmarks.Mimicry.Generator;
using Glaze.Benchmarks.Mimicry.Judging;
using Glaze.Benchmarks.Mimicry.Latents;
using Glaze.Benchmarks.Mimicry.Pictures;
using Glaze.Benchmarks.Mimicry.Results;
using Glaze.Onnx;
using Glaze.Training.Nets;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Benchmarks.Mimicry;

/// <summary>The experiment: a base, mimics that fine-tune it on each arm's pictures, judges that look at what the mimics draw.</summary>
internal sealed class Experiment
{
    private const int CellSize = 8;
    private const int HashLetters = 12;
    // Of the base's samples that the judge is taught; those that are judged start from other noise.
    private const int TaughtSeed = 1_000_003;

    private readonly Settings _settings;
    private readonly string _version;
    private readonly Gallery _gallery;
    private readonly ArmPictures _pictures;
    private readonly ArmLatents _latents;
    private readonly LatentStore _store;
    private readonly BaseModel _base;
    private readonly ResultFile _results;
    private readonly ConcurrentDictionary<Arm, Lock> _easels = new();
    private readonly Lock _book = new();

    /// <summary>Prepares it.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="glaze">The product, with the encoders installed.</param>
    /// <param name="version">SHA-256 of the product's code and of glaze-mini: cloaks and what comes of them depend on it.</param>
    public Experiment(Settings settings, GlazeProgram glaze, string version)
    {
        (_settings, _version) = (settings, version);
        _gallery = new Gallery(settings.Pictures);
        _store = new LatentStore(settings.Inside("latents"), settings.Encoder.FullName);
        _pictures = new ArmPictures(settings, glaze, version);
        _latents = new ArmLatents(_pictures, _gallery, _store, version);
        _base = new BaseModel(settings, _gallery, _store);
        _results = new ResultFile(settings.Inside("results.csv"));
    }

    /// <summary>Runs what was not run before, and writes the report after each arm.</summary>
    /// <param name="arms">The arms, in the order in which they are run.</param>
    /// <param name="seeds">The number of seeds; all arms have one before any has two. None: no mimic is trained, and the arm's held-out pictures themselves are
    /// judged, as a mimic would draw them that had learned to perfection.</param>
    /// <param name="sideBySide">Mimics that are trained at once, each on one thread; what comes of them does not depend on it.</param>
    /// <param name="cancellation">Stops the run; it goes on when it is started again.</param>
    public void Run(IReadOnlyList<Arm> arms, int seeds, int sideBySide, CancellationToken cancellation)
    {
        var (start, scale) = _base.Get(cancellation);
        var room = new JuryRoom(_settings, _gallery, _latents, _base, _store, _pictures.Style);
        var hash = GlazeProgram.HashOf(_base.Checkpoint)[..HashLetters];
        var (jury, skill) = room.Assemble(() => scale.Latent(RectifiedFlow.Sample(start, _settings.Sizes.Samples, _settings.Sizes.SampleSteps, TaughtSeed)), hash);
        Console.Error.WriteLine(skill);
        var (plain, cloaked) = ($"{hash}-{_pictures.Style}", $"{hash}-{_pictures.Style}-{_version[..HashLetters]}-{_settings.Quality}");
        var workshop = new Workshop(start, scale, room, jury);
        Measure(plain, Row.BaseArm, 0, _ => (start, 0), () => (double.NaN, double.NaN, double.NaN), workshop);
        foreach (var arm in seeds == 0 ? arms : [])
        {
            cancellation.ThrowIfCancellationRequested();
            JudgeCopies(arm.NeedsNoPicture ? plain : cloaked, arm, room, jury);
            Report(_results.Of(plain, cloaked), skill);
        }

        SideBySide(Enumerable.Range(1, seeds).SelectMany(seed => arms.Select(arm => (seed, arm))), sideBySide, cancellation, next =>
        {
            var run = next.arm.NeedsNoPicture ? plain : cloaked;
            Measure(run, next.arm.Name, next.seed, checkpoint => Mimic(workshop, next.arm, next.seed, checkpoint, cancellation), () => (_latents.Shift(next.arm), _latents.Psnr(next.arm), _latents.Detail(next.arm)), workshop);
            lock (_book)
            {
                Report(_results.Of(plain, cloaked), skill);
            }
        });
    }

    // In their order; the first that fails ends the run.
    private static void SideBySide<T>(IEnumerable<T> items, int count, CancellationToken cancellation, Action<T> action)
    {
        try
        {
            Parallel.ForEach(Partitioner.Create(items, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = count, CancellationToken = cancellation }, action);
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }
    }

    private void Measure(string run, string arm, int seed, Func<string, (FlowNet Net, double Loss)> train, Func<(double Shift, double Psnr, double Detail)> moved, Workshop workshop)
    {
        lock (_book)
        {
            if (_results.Find(run, arm, seed) is not null)
            {
                return;
            }
        }

        using var scope = NewDisposeScope();
        var (samples, loss) = Drawn(_settings.Inside($"samples/{run}/{arm}-{seed}.safetensors"), train, workshop, seed);
        var verdict = workshop.Jury.Of(workshop.Room.Look($"{arm}-{seed}", samples));
        var (shift, psnr, detail) = moved();
        var row = new Row(run, arm, seed, shift, psnr, detail, verdict.Artist, verdict.Target, verdict.Kernel, verdict.Gram, loss);
        lock (_book)
        {
            _results.Add(row);
        }

        Console.Error.WriteLine(row);
    }

    // No distances: the held-out pictures are what they are measured to.
    private void JudgeCopies(string run, Arm arm, JuryRoom room, Jury jury)
    {
        var name = Row.CopyPrefix + arm.Name;
        if (_results.Find(run, name, 0) is null)
        {
            using var scope = NewDisposeScope();
            var verdict = jury.Of(room.Look(name, room.Crops(_latents.HeldOut(arm), 1)));
            var row = new Row(run, name, 0, _latents.HeldOutShift(arm), double.NaN, double.NaN, verdict.Artist, verdict.Target, double.NaN, double.NaN, double.NaN);
            _results.Add(row);
            Console.Error.WriteLine(row);
        }
    }

    // Latents drawn by a mimic, kept so that they can be judged again without training; its checkpoint goes when they are there.
    private (Tensor Latents, double Loss) Drawn(string path, Func<string, (FlowNet Net, double Loss)> train, Workshop workshop, int seed)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var checkpoint = path + ".training";
            var (net, loss) = train(checkpoint);
            var samples = workshop.Scale.Latent(RectifiedFlow.Sample(net, _settings.Sizes.Samples, _settings.Sizes.SampleSteps, seed + 1, workshop.Start, _settings.Sizes.Guidance));
            TensorFile.Write(path, new Dictionary<string, Tensor>(StringComparer.Ordinal) { ["samples"] = samples, ["loss"] = tensor((float)loss).reshape(1) }, ElementType.Float);
            File.Delete(checkpoint);
        }

        var kept = TensorFile.Read(path);
        return (kept["samples"], kept["loss"].item<float>());
    }

    private (FlowNet Net, double Loss) Mimic(Workshop workshop, Arm arm, int seed, string checkpoint, CancellationToken cancellation)
    {
        var start = workshop.Start;
        var latents = Taught(arm).Select(latent => workshop.Scale.Normal(latent.unsqueeze(0)).squeeze(0)).ToList();
        var copy = new FlowNet(start.Shape, start.Weights.ToDictionary(pair => pair.Key, pair => pair.Value.detach().clone(), StringComparer.Ordinal));
        return new FlowTraining(_settings.Sizes.Mimicry with { Seed = seed }, checkpoint)
            .Run(copy, new CropBatch([latents], _settings.Sizes.Canvas.Side / CellSize, isFlipped: false), arm.Name, cancellation);
    }

    // A cloak that several arms share is made by one of them.
    private IReadOnlyList<Tensor> Taught(Arm arm)
    {
        lock (_easels.GetOrAdd(arm.Source, _ => new Lock()))
        {
            return _latents.Of(arm);
        }
    }

    private void Report(IReadOnlyList<Row> rows, string skill)
    {
        var outcomes = Outcome.All(rows);
        string[] facts =
        [
            $"Size {_settings.Sizes.Name} ({_settings.Sizes.Canvas.Side}²), {_settings.Encoder.Name}, T {_pictures.Style}, quality {_settings.Quality}, {_gallery.Trained.Count} pictures trained on, {_gallery.HeldOut.Count} held out.",
            $"Product {_version}",
            skill,
        ];
        File.WriteAllText(_settings.Inside("report.md"), new ReportPage(outcomes, facts).ToString());
        Curve.OfShift(_settings.Inside("curve.png"), outcomes);
        Curve.OfDetail(_settings.Inside("detail.png"), outcomes);
    }

    // What every mimic starts from and is judged by.
    private sealed record Workshop(FlowNet Start, LatentScale Scale, JuryRoom Room, Jury Jury);
}
