using Glaze.Imaging;
using Glaze.Onnx;
using Glaze.Training.Nets;
using Glaze.Training.Pictures;
using TorchSharp;
using static TorchSharp.torch;

namespace Glaze.Training.Samples;

/// <summary>
/// Makes shards of samples until there are enough. A sample is a crop, the same crop perturbed, and the teachers' answers to both;
/// held-out ones also have each family's Jᵀv.
/// </summary>
internal sealed class SampleMaker
{
    private const int PictureSide = 384;
    private const int PerShard = 16;
    private const int StatisticsPictures = 40;
    private static readonly (int Side, int Crops)[] Sizes = [(128, 8), (128, 8), (128, 8), (128, 8), (192, 4), (256, 3)];

    private readonly string _folder;
    private readonly string _name;
    private readonly bool _isHeldOut;
    private readonly Teachers _teachers;
    private readonly PictureMaker _pictures;
    private readonly Dictionary<int, List<Dictionary<string, Tensor>>> _pending = [];
    private readonly Statistics _statistics;
    private readonly Perturbations _perturbations;
    private int _shard;

    /// <summary>Creates a maker.</summary>
    /// <param name="folder">Work folder for shards, statistics and the students' weights.</param>
    /// <param name="surrogates">Folder of the published encoders.</param>
    /// <param name="clipArt">Folder of clip art, or null.</param>
    /// <param name="isHeldOut">Whether the samples are for evaluation only.</param>
    /// <param name="seed">Numbers this maker; sets its seeds.</param>
    public SampleMaker(string folder, string surrogates, string? clipArt, bool isHeldOut, int seed)
    {
        Directory.CreateDirectory(folder);
        (_folder, _isHeldOut, _name) = (folder, isHeldOut, $"{(isHeldOut ? "held" : "train")}-{seed}");
        _teachers = new Teachers(surrogates);
        _pictures = new PictureMaker(new ClipArt(clipArt, isHeldOut));
        _shard = Directory.GetFiles(folder, _name + "-*.safetensors").Length;
        _statistics = Statistics.Exist(folder) ? Statistics.Read(folder) : MeasureStatistics();
        _perturbations = new Perturbations(_teachers, _statistics);
        Seed = (isHeldOut ? 1_500_000_000 : 0) + (seed * 10_000_000);
    }

    private int Seed { get; }

    /// <summary>Makes samples; a stopped maker goes on where it was.</summary>
    public void Run(int count, CancellationToken cancellation)
    {
        var made = _shard * PerShard;
        for (var picture = _shard * 1000; made < count && !cancellation.IsCancellationRequested; picture++)
        {
            using var scope = NewDisposeScope();
            made += MakeFrom(new Dice(Seed + picture));
        }
    }

    private int MakeFrom(Dice dice)
    {
        var (side, crops) = Sizes[dice.Whole(0, Sizes.Length)];
        var (pictures, styled) = Crops(dice, side, crops);
        var (latents, hidden) = _teachers.Ask(pictures);
        var perturbed = _perturbations.Apply(dice, pictures, styled);
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal)
        {
            ["x"] = Bytes(pictures),
            ["p"] = Bytes(perturbed),
            ["z"] = latents,
            ["zp"] = _teachers.Ask(perturbed).Latents,
            ["h"] = hidden,
        };
        if (_isHeldOut)
        {
            AddGradients(tensors, pictures, styled);
        }

        var pending = _pending.TryGetValue(side, out var list) ? list : _pending[side] = [];
        pending.Add(tensors.ToDictionary(pair => pair.Key, pair => pair.Value.DetachFromDisposeScope(), StringComparer.Ordinal));
        return pending.Sum(batch => (int)batch["x"].shape[0]) >= PerShard ? WriteShard(side, pending) : 0;
    }

    private Statistics MeasureStatistics()
    {
        using var scope = NewDisposeScope();
        var answers = Enumerable.Range(0, StatisticsPictures).Select(picture => _teachers.Ask(Crops(new Dice(-1 - picture), 128, 2).Pictures)).ToArray();
        Statistics.Measure(_folder, cat([.. answers.Select(answer => answer.Latents)]), cat([.. answers.Select(answer => answer.Hidden)]));
        return Statistics.Read(_folder).Kept();
    }

    private void AddGradients(Dictionary<string, Tensor> tensors, Tensor pictures, Tensor styled)
    {
        var target = _teachers.Ask(styled).Latents;
        var gradients = Family.Slices().Select((slice, index) => _teachers.Gradient(
            index, pictures, target.narrow(1, slice.Start, slice.Family.Channels), _statistics.LatentDeviation.narrow(1, slice.Start, slice.Family.Channels)));
        tensors["zy"] = target;
        tensors["g"] = cat([.. gradients.Select(gradient => gradient / PictureTensor.Rms(gradient))], 1);
    }

    private int WriteShard(int side, List<Dictionary<string, Tensor>> pending)
    {
        var whole = pending[0].Keys.ToDictionary(name => name, name => cat([.. pending.Select(batch => batch[name])]), StringComparer.Ordinal);
        TensorFile.Write(Path.Combine(_folder, $"{_name}-{_shard:D5}.safetensors"), whole, ElementType.Float16);
        var count = (int)whole["x"].shape[0];
        pending.ForEach(batch => batch.Values.ToList().ForEach(value => value.Dispose()));
        pending.Clear();
        _shard++;
        Console.WriteLine($"{_name}-{_shard}: {count} of {side}² pixels");
        _perturbations.Students = _isHeldOut ? [] : StudentFile.ReadAverages(_folder);
        return count;
    }

    private (Tensor Pictures, Tensor Styled) Crops(Dice dice, int side, int count)
    {
        var (picture, styled) = _pictures.Draw(dice, PictureSide);
        var (pictures, styles) = (new List<PlanarImage>(), new List<PlanarImage>());
        for (var i = 0; i < count; i++)
        {
            var wide = Math.Min(PictureSide, dice.Chance(0.4) ? side : dice.Whole(side * 3 / 4, PictureSide + 1));
            var (x, y) = (dice.Whole(0, PictureSide - wide + 1), dice.Whole(0, PictureSide - wide + 1));
            pictures.Add(Wear.Apply(dice, Resampler.Resize(Drawing.Cut(picture, x, y, wide), side, side)));
            styles.Add(Resampler.Resize(Drawing.Cut(styled, x, y, wide), side, side));
        }

        return (PictureTensor.Quantised(PictureTensor.Of(pictures)), PictureTensor.Of(styles));
    }

    private static Tensor Bytes(Tensor pictures) => pictures.mul(255).round().to_type(ScalarType.Byte);
}
