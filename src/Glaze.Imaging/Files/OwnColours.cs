using Glaze.Imaging.Colours;

namespace Glaze.Imaging.Files;

/// <summary>Pixels in a file's own colours, R, G, B, A: what they look like, and how a change of what is seen is written back.</summary>
internal static class OwnColours
{
    // The whole change, the same rounded towards the original, then less of it: the first that is seen within its bound is taken.
    private static readonly (float Share, bool TowardsOriginal)[] Attempts = [(1, false), (1, true), (0.75f, true), (0.5f, true), (0.25f, true)];

    /// <summary>The pixels as they are seen, in sRGB.</summary>
    internal static PixelBuffer Shown<T>(T[] own, int width, int height, ColourSpace space)
        where T : unmanaged
    {
        var shown = new PixelBuffer(width, height);
        RowBands.Run(height, CancellationToken.None, (first, end) =>
        {
            var count = (end - first) * width;
            var start = 4 * first * width;
            var seen = Seen(own.AsSpan(start, 4 * count), space);
            for (var i = 0; i < count; i++)
            {
                for (var c = 0; c < 3; c++)
                {
                    shown.Rgba[start + (4 * i) + c] = ToByte(seen[(3 * i) + c]);
                }

                shown.Rgba[start + (4 * i) + 3] = ToByte(ToUnit(own[start + (4 * i) + 3]));
            }
        });
        return shown;
    }

    /// <summary>
    /// The file's samples with the change from <paramref name="original"/> to <paramref name="changed"/>. Pixels that did not change keep
    /// their samples; no pixel is seen to change by more than it was asked to.
    /// </summary>
    internal static T[] Apply<T>(T[] own, PixelBuffer original, PixelBuffer changed, ColourSpace space)
        where T : unmanaged
    {
        var result = (T[])own.Clone();
        RowBands.Run(original.Height, CancellationToken.None, (first, end) =>
        {
            var indices = new List<int>();
            for (var i = 4 * first * original.Width; i < 4 * end * original.Width; i += 4)
            {
                if (!original.Rgba.AsSpan(i, 3).SequenceEqual(changed.Rgba.AsSpan(i, 3)))
                {
                    indices.Add(i);
                }

                if (original.Rgba[i + 3] != changed.Rgba[i + 3])
                {
                    result[i + 3] = FromUnit<T>(changed.Rgba[i + 3] / 255f);
                }
            }

            Change(own, result, original, changed, space, indices);
        });
        return result;
    }

    // indices are the places of the changed pixels, pending the numbers among them that have no value yet.
    private static void Change<T>(T[] own, T[] result, PixelBuffer original, PixelBuffer changed, ColourSpace space, List<int> indices)
        where T : unmanaged
    {
        var wanted = Seen<T>(Gather(own, indices), space);
        for (var n = 0; n < wanted.Length; n++)
        {
            var i = indices[n / 3] + (n % 3);
            wanted[n] += (changed.Rgba[i] - original.Rgba[i]) / 255f;
        }

        if (wanted.Length > 0)
        {
            space.FromShown(wanted);
        }

        var pending = Enumerable.Range(0, indices.Count).ToList();
        foreach (var (share, towardsOriginal) in Attempts)
        {
            foreach (var n in pending)
            {
                for (var c = 0; c < 3; c++)
                {
                    result[indices[n] + c] = Step(own[indices[n] + c], wanted[(3 * n) + c], share, towardsOriginal);
                }
            }

            pending = TooFar(result, original, changed, space, indices, pending);
        }

        foreach (var n in pending)
        {
            own.AsSpan(indices[n], 3).CopyTo(result.AsSpan(indices[n]));
        }
    }

    private static T[] Gather<T>(T[] samples, List<int> indices)
    {
        var gathered = new T[4 * indices.Count];
        for (var n = 0; n < indices.Count; n++)
        {
            samples.AsSpan(indices[n], 4).CopyTo(gathered.AsSpan(4 * n));
        }

        return gathered;
    }

    // Those whose change is seen larger than it was asked to be, in the channel that changes most.
    private static List<int> TooFar<T>(T[] result, PixelBuffer original, PixelBuffer changed, ColourSpace space, List<int> indices, List<int> pending)
        where T : unmanaged
    {
        var seen = Seen<T>(Gather(result, pending.ConvertAll(n => indices[n])), space);
        var remaining = new List<int>();
        for (var k = 0; k < pending.Count; k++)
        {
            var (i, asked, found) = (indices[pending[k]], 0, 0);
            for (var c = 0; c < 3; c++)
            {
                asked = Math.Max(asked, Math.Abs(changed.Rgba[i + c] - original.Rgba[i + c]));
                found = Math.Max(found, Math.Abs(ToByte(seen[(3 * k) + c]) - original.Rgba[i + c]));
            }

            if (found > asked)
            {
                remaining.Add(pending[k]);
            }
        }

        return remaining;
    }

    private static T Step<T>(T own, float wanted, float share, bool towardsOriginal)
        where T : unmanaged
    {
        var scale = Scale<T>();
        var from = ToUnit(own) * scale;
        var move = ((wanted * scale) - from) * share;
        return FromUnit<T>((from + (towardsOriginal ? MathF.Truncate(move) : move)) / scale);
    }

    // Greys are equal in all channels, whatever the last digit of the matrix says.
    private static float[] Seen<T>(ReadOnlySpan<T> own, ColourSpace space)
        where T : unmanaged
    {
        const float Rounding = 0.5f / 255;
        var values = new float[own.Length / 4 * 3];
        for (int i = 0, n = 0; i < own.Length; i += 4, n += 3)
        {
            (values[n], values[n + 1], values[n + 2]) = (ToUnit(own[i]), ToUnit(own[i + 1]), ToUnit(own[i + 2]));
        }

        if (values.Length > 0)
        {
            space.ToShown(values);
        }

        for (int i = 0, n = 0; i < own.Length; i += 4, n += 3)
        {
            var isGrey = ToUnit(own[i]) == ToUnit(own[i + 1]) && ToUnit(own[i]) == ToUnit(own[i + 2]);
            if (isGrey && Math.Abs(values[n] - values[n + 1]) < Rounding && Math.Abs(values[n + 2] - values[n + 1]) < Rounding)
            {
                (values[n], values[n + 2]) = (values[n + 1], values[n + 1]);
            }
        }

        return values;
    }

    private static byte ToByte(float value) => (byte)((Math.Clamp(value, 0, 1) * 255) + 0.5f);

    private static float Scale<T>() => typeof(T) == typeof(byte) ? byte.MaxValue : ushort.MaxValue;

    private static float ToUnit<T>(T sample)
        where T : unmanaged => typeof(T) == typeof(byte) ? (byte)(object)sample / 255f : (ushort)(object)sample / 65535f;

    private static T FromUnit<T>(float value)
        where T : unmanaged
    {
        var rounded = MathF.Round(Math.Clamp(value, 0, 1) * Scale<T>());
        return typeof(T) == typeof(byte) ? (T)(object)(byte)rounded : (T)(object)(ushort)rounded;
    }
}
