using Glaze.Benchmarks.Protection.Encoders;
using Glaze.Benchmarks.Protection.Pictures;
using Glaze.Cloaking;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection.Decoding;

/// <summary>Sheets to look at: the original, the cloaked picture and the target in rows; the picture and what each family's decoder makes of it in columns.</summary>
/// <param name="settings">The settings.</param>
internal sealed class DecodedSheets(Settings settings)
{
    private static readonly double[] Intensities = [CloakSettings.PublishedIntensity, 100];

    private readonly EncoderSet _encoders = new(settings.Mini, settings.Surrogates);

    /// <summary>Writes the sheets of stages.</summary>
    public void Write(IReadOnlyList<Stage> stages)
    {
        var folder = Directory.CreateDirectory(settings.Beside("decoded")).FullName;
        using var styles = new TargetStyles(_encoders, settings.Style, settings.Seed);
        foreach (var stage in stages)
        {
            foreach (var picture in Picture.Choose(settings.Pictures, stage.Pictures))
            {
                var subject = new Subject(picture, new CanvasSize(stage.Size), () => styles.Of(picture), settings.Seed);
                Write(subject, stage.Arms, folder);
            }
        }
    }

    private void Write(Subject subject, IReadOnlyList<Arm> arms, string folder)
    {
        var autoencoders = Family.All.Select(family => new Autoencoder(_encoders, family, subject.Width, subject.Height)).ToList();
        try
        {
            foreach (var arm in arms)
            {
                using var pool = new PoolHolder(() => _encoders.Compute(arm));
                foreach (var intensity in Intensities)
                {
                    var (cloaked, _) = new CloakStore(settings with { Intensity = intensity }, _encoders).Get(subject, arm, pool.Get);
                    PlanarImage[] rows = [PlanarImage.FromPixels(subject.Original), PlanarImage.FromPixels(cloaked), subject.Target];
                    var path = Path.Combine(folder, $"{subject.Picture.Name}-{subject.Size}-{arm.Name}-{intensity:F0}.png");
                    ImageFile.Save(path, Sheet([.. rows.SelectMany(row => autoencoders.Select(autoencoder => autoencoder.Run(row)).Prepend(row))], rows.Length), null);
                    Console.Error.WriteLine(path);
                }
            }
        }
        finally
        {
            autoencoders.ForEach(autoencoder => autoencoder.Dispose());
        }
    }

    private static PixelBuffer Sheet(IReadOnlyList<PlanarImage> images, int rows)
    {
        var (width, height, columns) = (images[0].Width, images[0].Height, images.Count / rows);
        var sheet = new PlanarImage(columns * width, rows * height);
        for (var i = 0; i < images.Count; i++)
        {
            var (left, top) = (i % columns * width, i / columns * height);
            for (var c = 0; c < PlanarImage.ChannelCount; c++)
            {
                for (var y = 0; y < height; y++)
                {
                    images[i].Plane(c).Slice(y * width, width).CopyTo(sheet.Plane(c)[(((top + y) * sheet.Width) + left)..]);
                }
            }
        }

        return sheet.ToPixels();
    }
}
