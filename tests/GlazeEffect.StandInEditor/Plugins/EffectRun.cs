using System.Runtime.InteropServices;
using GlazeEffect.StandInEditor.Documents;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace GlazeEffect.StandInEditor.Plugins;

/// <summary>
/// Renders an effect into a copy of the layer: a new effect instance, tiles in a shuffled order on several threads, then the
/// selection's soft mask. Nothing is written to the document.
/// </summary>
internal sealed class EffectRun(DiscoveredEffect effect, PictureDocument document, HostServices services, EventLog log)
{
    private const int TileSize = 128;
    private const int RenderThreads = 3;

    /// <summary>The clipped result. Throws OperationCanceledException, or whatever the effect threw.</summary>
    public async Task<MemoryBitmap<ColorBgra32>> RenderAsync(EffectConfigToken? token, CancellationToken cancellationToken) =>
        await Task.Run(() => Render(token, cancellationToken), CancellationToken.None);

    private MemoryBitmap<ColorBgra32> Render(EffectConfigToken? token, CancellationToken cancellationToken)
    {
        var imaging = (IImagingFactory)services.GetService(typeof(IImagingFactory))!;
        using var environment = new EffectEnvironment(document, imaging);
        using var instance = effect.CreateInstance(services, environment);
        using var renderer = instance.CreateRenderer<IBitmapEffectRenderer>();
        renderer.Initialize(new BitmapEffectInitializeInfo());
        // The host cannot cancel before the token is set; afterwards a cancelled run ends at the next tile.
        var clone = (EffectConfigToken?)token?.Clone();
        using var watcher = cancellationToken.Register(renderer.CancelRendering);
        renderer.SetToken(clone);
        if (cancellationToken.IsCancellationRequested)
        {
            renderer.CancelRendering();
        }

        // Where nothing is rendered, the layer stays as it is.
        var result = new MemoryBitmap<ColorBgra32>(document.Size.Width, document.Size.Height);
        document.Layers[document.ActiveLayer].Surface.Pixels.CopyTo(result.Pixels);
        RenderTiles(renderer, Tiles(renderer.RenderInfo.Schedule, environment.Selection.RenderBounds), result, cancellationToken);
        if (!renderer.RenderInfo.Flags.HasFlag(BitmapEffectRenderingFlags.DisableSelectionClipping))
        {
            Clip(document.Layers[document.ActiveLayer].Surface.Pixels, result.Pixels, document.Selection);
        }

        return result;
    }

    private void RenderTiles(
        IBitmapEffectRenderer renderer, RectInt32[] tiles, MemoryBitmap<ColorBgra32> result, CancellationToken cancellationToken)
    {
        var shuffled = new Random(tiles.Length);
        shuffled.Shuffle(tiles);
        var threads = renderer.RenderInfo.Flags.HasFlag(BitmapEffectRenderingFlags.SingleThreaded) ? 1 : RenderThreads;
        try
        {
            Parallel.ForEach(
                tiles,
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
                tile => RenderTile(renderer, tile, result));
        }
        catch (AggregateException failure)
        {
            var inner = failure.Flatten().InnerExceptions.FirstOrDefault(e => e is not OperationCanceledException);
            if (inner is null)
            {
                throw new OperationCanceledException(cancellationToken);
            }

            log.Write("effect-threw", inner.ToString());
            throw inner;
        }
    }

    // Each call gets a zeroed buffer of its own with a stride of its own, so that nothing outside the tile can be touched unseen.
    private static unsafe void RenderTile(IBitmapEffectRenderer renderer, RectInt32 tile, MemoryBitmap<ColorBgra32> result)
    {
        var stride = (tile.Width + 5) * sizeof(ColorBgra32);
        var buffer = (byte*)NativeMemory.AllocZeroed((nuint)stride, (nuint)tile.Height);
        try
        {
            renderer.Render(buffer, stride, (nint)stride * tile.Height, PixelFormats.Bgra32, tile);
            for (var y = 0; y < tile.Height; y++)
            {
                new ReadOnlySpan<ColorBgra32>(buffer + ((long)y * stride), tile.Width)
                    .CopyTo(result.Pixels.Slice(((tile.Y + y) * result.Size.Width) + tile.X, tile.Width));
            }
        }
        finally
        {
            NativeMemory.Free(buffer);
        }
    }

    private static RectInt32[] Tiles(BitmapEffectRenderingSchedule schedule, RectInt32 bounds)
    {
        if (!bounds.HasArea)
        {
            return [];
        }

        if (schedule == BitmapEffectRenderingSchedule.None)
        {
            return [bounds];
        }

        var width = schedule == BitmapEffectRenderingSchedule.HorizontalStrips ? bounds.Width : TileSize;
        var tiles = new List<RectInt32>();
        for (var y = bounds.Top; y < bounds.Bottom; y += TileSize)
        {
            for (var x = bounds.Left; x < bounds.Right; x += width)
            {
                tiles.Add(RectInt32.Intersect(bounds, new RectInt32(x, y, width, TileSize)));
            }
        }

        return [.. tiles];
    }

    // result = source + (result − source)·mask/255 on every channel; exact where the mask is 0 or 255.
    private static void Clip(ReadOnlySpan<ColorBgra32> source, Span<ColorBgra32> result, byte[]? mask)
    {
        if (mask is null)
        {
            return;
        }

        for (var i = 0; i < result.Length; i++)
        {
            if (mask[i] == 255)
            {
                continue;
            }

            var (s, r, m) = (source[i], result[i], mask[i]);
            byte Mix(byte from, byte to) => (byte)(((from * (255 - m)) + (to * m) + 127) / 255);
            result[i] = ColorBgra32.FromBgra(Mix(s.B, r.B), Mix(s.G, r.G), Mix(s.R, r.R), Mix(s.A, r.A));
        }
    }
}
