using Glaze.Benchmarks.Protection.Encoders;
using Glaze.Cloaking;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging.Painterly;

namespace Glaze.Benchmarks.Protection.Pictures;

/// <summary>
/// T of each picture: the one named, or the one that the percentile rule draws for its middle square on the four published encoders, so that it is
/// the same whatever a cloak is computed on and at whatever size.
/// </summary>
/// <param name="encoders">Opens the encoders.</param>
/// <param name="styleName">A style's name; null for the rule.</param>
/// <param name="seed">Seed of the draw.</param>
internal sealed class TargetStyles(EncoderSet encoders, string? styleName, int seed) : IDisposable
{
    private const int Side = 512;

    private readonly Dictionary<Picture, PainterlyStyle> _chosen = [];
    private readonly Lazy<SessionPool> _sessions = new(() => encoders.Judges(Family.All));

    /// <summary>T of a picture.</summary>
    public PainterlyStyle Of(Picture picture)
    {
        if (!_chosen.TryGetValue(picture, out var style))
        {
            var square = new CanvasSize($"{Side}").Apply(picture.Load()).ToPixels();
            style = new Cloaker(_sessions.Value).ChooseStyle(square, new CloakSettings(StyleName: styleName, Seed: seed), CancellationToken.None);
            _chosen.Add(picture, style);
        }

        return style;
    }

    /// <summary>Closes the sessions.</summary>
    public void Dispose()
    {
        if (_sessions.IsValueCreated)
        {
            _sessions.Value.Dispose();
        }
    }
}
