using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Glaze.Benchmarks.Protection.Encoders;
using Glaze.Benchmarks.Protection.Judging;
using Glaze.Benchmarks.Protection.Methods;
using Glaze.Benchmarks.Protection.Pictures;
using Glaze.Cloaking.Objectives;

namespace Glaze.Benchmarks.Protection;

/// <summary>
/// What the peers computed. Their bound follows our visibility rounded to an even number of dB, so that hundreds of steps need not be taken
/// again whenever ours changes a little; the rest is done by scaling.
/// </summary>
/// <param name="settings">The settings.</param>
/// <param name="encoders">The encoders.</param>
internal sealed class PeerStore(Settings settings, EncoderSet encoders)
{
    private readonly string _folder = Directory.CreateDirectory(settings.Beside("peers")).FullName;

    /// <summary>A peer's δ and the seconds that it took when it was computed.</summary>
    public (float[] Delta, double Seconds) Get(IPeer peer, Subject subject, Arm arm, double rms, Func<SessionPool> sessions)
    {
        var decibels = 2 * (int)Math.Round(Visibility.PsnrOf(rms) / 2);
        var all = string.Create(CultureInfo.InvariantCulture, $"{encoders.Hash(arm)} {subject.Style} {settings.Seed} {peer.Steps}");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..10];
        var path = Path.Combine(_folder, $"{hash}-{subject.Picture.Name}-{subject.Size}-{arm.Name}-{peer.Name.Replace(' ', '-')}-{decibels}.delta");
        var seconds = Path.ChangeExtension(path, ".seconds");
        if (!File.Exists(seconds))
        {
            var pool = sessions();
            var watch = Stopwatch.StartNew();
            var delta = peer.Compute(subject, pool, 255 / Math.Pow(10, decibels / 20.0));
            watch.Stop();
            File.WriteAllBytes(path, MemoryMarshal.AsBytes(delta.AsSpan()));
            File.WriteAllText(seconds, watch.Elapsed.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture));
        }

        return (MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(path)).ToArray(), double.Parse(File.ReadAllText(seconds), CultureInfo.InvariantCulture));
    }
}
