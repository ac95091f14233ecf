using Glaze.Cloaking.Canvas;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;
using Glaze.Inference;
using Glaze.Onnx;

namespace Glaze.Cloaking.Views;

/// <summary>
/// The picture as a model sees it: the original, changed by what the cloak changes between the two decoded latents. So it stays as sharp as it is,
/// what the small decoder cannot paint is not taken for the cloak, and where nothing moved it is the original. Large pictures are looked at in
/// overlapping windows whose borders fade into each other; beside the result only one window is held.
/// </summary>
/// <param name="decoder">From latents to pictures.</param>
/// <param name="encoder">Through which encoder to look; its downscale is the decoder's factor.</param>
/// <param name="sessions">Opens the sessions; stays the caller's.</param>
public sealed class ModelView(LatentDecoder decoder, ViewEncoder encoder, SessionPool sessions)
{
    private const string Original = "original";
    private const string Cloaked = "cloaked";
    private const string View = "view";
    private const int LargestWindow = 512;

    // Convolutions see zeros beyond a window: the outer half of the rim that neighbours share is not used.
    private const int Unused = 2 * WindowGrid.Halo / 3;
    private const int Fade = WindowGrid.Halo / 2;

    /// <summary>The family whose models see so.</summary>
    public string StandsFor => decoder.StandsFor;

    /// <summary>Paints what a model sees.</summary>
    /// <param name="original">The picture without a cloak; transparent parts are seen over white.</param>
    /// <param name="cloaked">The same with its cloak.</param>
    /// <param name="cancellationToken">Stops within a window.</param>
    /// <returns>An opaque picture of the same size.</returns>
    public PixelBuffer Render(PixelBuffer original, PixelBuffer cloaked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(cloaked);
        var windows = WindowGrid.Plan(0, 0, original.Width, original.Height, LargestWindow, LatentDecoder.Factor);
        var (width, height) = (windows[0].Width, windows[0].Height);
        using var session = sessions.OpenBeside(OnnxModelWriter.Write(Graph(width, height)));
        var result = new PixelBuffer(original.Width, original.Height);
        var view = new PlanarImage(width, height);
        foreach (var window in windows)
        {
            session.Run(
                new Dictionary<string, float[]>(StringComparer.Ordinal) { [Original] = WindowPixels.Read(original, window).Values, [Cloaked] = WindowPixels.Read(cloaked, window).Values },
                new Dictionary<string, float[]>(StringComparer.Ordinal) { [View] = view.Values }, cancellationToken);
            Lay(result, window, view);
        }

        return result;
    }

    private OnnxModel Graph(int width, int height)
    {
        var graph = new GraphBuilder(name: "model_view");
        var (original, cloaked) = (graph.Input(Original, 1, 3, height, width), graph.Input(Cloaked, 1, 3, height, width));
        var before = Latent(graph, original, width, height);
        var after = graph.Add(before, graph.Mul(graph.Sub(Latent(graph, cloaked, width, height), before), encoder.Share));
        var change = graph.Sub(Decode(after), Decode(before));
        graph.Output(graph.NamedNode(View, "Identity", [graph.Clip(graph.Add(original, change), 0, 1)]));
        return graph.Build();

        string Decode(string latent) => decoder.Append(graph, latent, width / LatentDecoder.Factor, height / LatentDecoder.Factor);
    }

    private string Latent(GraphBuilder graph, string image, int width, int height)
    {
        var all = encoder.Encoder.Append(graph, image, width, height);
        var (start, count) = (encoder.Family.Start, encoder.Family.Channels);
        return count == encoder.Encoder.LatentChannels ? all : graph.Slice(all, 1, start, start + count);
    }

    // Over what earlier windows, those above and to the left, have laid there.
    private static void Lay(PixelBuffer result, CanvasWindow window, PlanarImage view)
    {
        for (var y = Math.Max(0, -window.Y); y < Math.Min(window.Height, result.Height - window.Y); y++)
        {
            var row = window.Y <= 0 ? 1 : Weight(y);
            for (var x = Math.Max(0, -window.X); x < Math.Min(window.Width, result.Width - window.X); x++)
            {
                var weight = row * (window.X <= 0 ? 1 : Weight(x));
                var pixel = result.Rgba.AsSpan(4 * (((window.Y + y) * result.Width) + window.X + x), 4);
                for (var c = 0; c < 3; c++)
                {
                    var value = 255 * view.Plane(c)[(y * window.Width) + x];
                    pixel[c] = (byte)Math.Round((value * weight) + (pixel[c] * (1 - weight)));
                }

                pixel[3] = 255;
            }
        }
    }

    private static float Weight(int fromBorder) => Math.Clamp((fromBorder + 0.5f - Unused) / Fade, 0, 1);
}
