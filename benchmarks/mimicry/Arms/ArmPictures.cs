using Glaze.Benchmarks.Mimicry.Pictures;
using Glaze.Cloaking.Audit;
using Glaze.Cloaking.Budget;
using Glaze.Imaging;
using Glaze.Imaging.Painterly;

namespace Glaze.Benchmarks.Mimicry.Arms;

/// <summary>The pictures that a mimic trains on, arm by arm; cloaks are kept as files.</summary>
/// <param name="settings">The settings.</param>
/// <param name="glaze">The product.</param>
/// <param name="hash">Names the folder of cloaks: they depend on the product and its weights.</param>
internal sealed class ArmPictures(Settings settings, GlazeProgram glaze, string hash)
{
    private const int HashLetters = 12;

    private readonly Lazy<string> _style = new(() => settings.Style ?? glaze.StyleOf(Original(settings, new Gallery(settings.Pictures).Trained[0])));

    /// <summary>T.</summary>
    public string Style => _style.Value;

    /// <summary>A picture as the artist made it.</summary>
    public PlanarImage Clean(FileInfo file) => Load(Original(settings, file));

    /// <summary>A picture in T, as the product paints it.</summary>
    public PlanarImage Target(FileInfo file)
    {
        var path = settings.Inside($"target-{Style}/{file.Name}.png");
        if (!File.Exists(path))
        {
            var painter = StyleCatalog.Find(Style) ?? throw new ArgumentException($"\"{Style}\" is no style; glaze styles lists them.");
            var clean = Clean(file);
            Make(path, temporary => ImageFile.Save(temporary, painter.Render(clean, PictureSeed.Of(clean.ToPixels(), GlazeProgram.Seed)).ToPixels()));
        }

        return Load(path);
    }

    /// <summary>A picture of an arm; not of the sweep, which has none.</summary>
    /// <param name="arm">The arm.</param>
    /// <param name="file">The picture.</param>
    /// <param name="index">Its place among those trained on: decides whether it is cloaked when only a share is.</param>
    public PlanarImage Of(Arm arm, FileInfo file, int index)
    {
        var clean = Clean(file);
        var isDone = Math.Floor((index + 1) * arm.Share) > Math.Floor(index * arm.Share);
        var picture = !isDone ? clean : arm.Kind switch
        {
            ArmKind.Clean => clean,
            ArmKind.Noise => Disturbance.Noise(clean, Disturbance.Rms(clean, Cloaked(ArmKind.Mini, arm.Intensity, file)), index + 1),
            ArmKind.Blend => Disturbance.Blend(clean, Target(file), Disturbance.Rms(clean, Cloaked(ArmKind.Mini, arm.Intensity, file))),
            ArmKind.Sweep => throw new ArgumentException("A sweep moves latents; it has no pictures.", nameof(arm)),
            _ => Cloaked(arm.Kind, arm.Intensity, file),
        };
        return arm.Treatment.Length == 0 ? picture : Purifiers.All.Single(purifier => purifier.Name == arm.Treatment).Apply(picture);
    }

    private static string Original(Settings settings, FileInfo file)
    {
        var path = settings.Inside($"originals/{file.Name}.png");
        if (!File.Exists(path))
        {
            Make(path, temporary => ImageFile.Save(temporary, settings.Sizes.Canvas.Artist(file).ToPixels()));
        }

        return path;
    }

    // Written beside and renamed: a run that is stopped leaves no half pictures.
    private static void Make(string path, Action<string> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = Path.ChangeExtension(path, ".part.png");
        write(temporary);
        File.Move(temporary, path, overwrite: true);
    }

    private static PlanarImage Load(string path) => PlanarImage.FromPixels(ImageFile.Load(path).Pixels, (1, 1, 1));

    private PlanarImage Cloaked(ArmKind kind, int intensity, FileInfo file)
    {
        var path = settings.Inside($"cloaks/{hash[..HashLetters]}-{Style}-{kind}-{intensity}/{file.Name}.png");
        if (!File.Exists(path))
        {
            Make(path, temporary => glaze.Cloak(Original(settings, file), temporary, Style, kind, intensity, settings.Quality, settings.Encoder.Name));
        }

        return Load(path);
    }
}
