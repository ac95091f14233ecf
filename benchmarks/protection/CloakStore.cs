using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Glaze.Benchmarks.Protection.Encoders;
using Glaze.Benchmarks.Protection.Pictures;
using Glaze.Cloaking;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

namespace Glaze.Benchmarks.Protection;

/// <summary>Our cloaks, computed once for each version of the product, its encoders and its settings, and kept as files to look at.</summary>
/// <param name="settings">The settings.</param>
/// <param name="encoders">The encoders.</param>
internal sealed class CloakStore(Settings settings, EncoderSet encoders)
{
    private static readonly string[] Parts = ["Glaze.Cloaking.dll", "Glaze.Imaging.dll", "Glaze.Autodiff.dll", "Glaze.Onnx.dll"];

    private static readonly string Version = string.Join(
        ' ', Parts.Select(part => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, part))))));

    private readonly string _folder = Directory.CreateDirectory(settings.Beside("cloaks")).FullName;

    /// <summary>Hash of all that the cloaks of an arm depend on but the picture.</summary>
    public string RunOf(Arm arm)
    {
        // A record's text names every property, so that a setting added to the product counts at once.
        var all = $"{Version} {encoders.Hash(arm)} {settings.Cloak(settings.Style)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..10];
    }

    /// <summary>The cloak of a picture and the seconds that it took when it was computed.</summary>
    public (PixelBuffer Cloaked, double Seconds) Get(Subject subject, Arm arm, Func<SessionPool> sessions)
    {
        var path = Path.Combine(_folder, $"{RunOf(arm)}-{subject.Picture.Name}-{subject.CloakedSize}-{arm.Name}.png");
        var seconds = Path.ChangeExtension(path, ".seconds");
        if (!File.Exists(seconds))
        {
            var pool = sessions();
            var watch = Stopwatch.StartNew();
            var outcome = new Cloaker(pool).Cloak(new CloakJob(subject.Whole, settings.Cloak(subject.Style), Target: subject.WholeTarget), null, CancellationToken.None);
            watch.Stop();
            ImageFile.Save(path, outcome.Cloaked, null);
            File.WriteAllText(seconds, watch.Elapsed.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture));
        }

        return (subject.Judged(ImageFile.Load(path).Pixels), double.Parse(File.ReadAllText(seconds), CultureInfo.InvariantCulture));
    }
}
