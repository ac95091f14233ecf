using System.Numerics.Tensors;

namespace Glaze.Cloaking.Budget;

/// <summary>The budget of one window, as the optimiser needs it.</summary>
public sealed class WindowBudget
{
    // A flat pixel moves by a whole level or not at all: any gradient is strong enough there.
    private const float FlatBound = 1;
    private const float FlatGain = 1e6f;

    // In texture a pixel reaches its bound where the gradient is twice its mean.
    private const float TextureGain = 0.5f;

    /// <summary>Where the steps lean to one side by less than this mean, they are undecided.</summary>
    private const float FlatLean = 0.2f;

    private readonly float[] _low;
    private readonly float[] _high;

    /// <summary>Combines bounds with the colours' own range.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="bounds">|δ| allowed at each pixel in 8-bit levels, H,W.</param>
    /// <param name="levels">The untouched colour values in levels 0..255, straight (not multiplied by alpha), C,H,W.</param>
    /// <param name="coverage">How much of δ a viewer sees: alpha, 0..1, H,W.</param>
    /// <param name="reach">How much of a step each pixel takes, 0..1, H,W: less near borders shared with other windows.</param>
    public WindowBudget(int width, int height, float[] bounds, float[] levels, float[] coverage, float[] reach)
    {
        Width = width;
        Height = height;
        Coverage = coverage;
        Reach = reach;
        Bounds = bounds;
        Gain = Array.ConvertAll(bounds, bound => bound <= FlatBound ? FlatGain : TextureGain);
        _low = new float[levels.Length];
        _high = new float[levels.Length];
        for (var i = 0; i < levels.Length; i++)
        {
            var bound = bounds[i % bounds.Length];
            _low[i] = Math.Max(-bound, -levels[i]);
            _high[i] = Math.Min(bound, 255 - levels[i]);
        }
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>How much of δ a viewer sees, 0..1, H,W.</summary>
    public float[] Coverage { get; }

    /// <summary>How much of a step each pixel takes, 0..1, H,W.</summary>
    public float[] Reach { get; }

    /// <summary>|δ| allowed at each pixel in 8-bit levels, H,W.</summary>
    public float[] Bounds { get; }

    /// <summary>
    /// How readily each pixel uses its bound, H,W: the share used where the gradient is at its mean in texture, where strength follows the
    /// gradient; far more in flat colour, where δ would otherwise round to nothing.
    /// </summary>
    public float[] Gain { get; }

    /// <summary>Moves δ to the nearest point inside the bounds and the colour range.</summary>
    /// <param name="delta">Planar C,H,W in 8-bit levels; changed in place.</param>
    public void Project(Span<float> delta)
    {
        TensorPrimitives.Max(delta, _low, delta);
        TensorPrimitives.Min(delta, _high, delta);
    }

    /// <summary>Takes the last step where only whole levels are left: flat pixels that lean to one side move by their level.</summary>
    /// <param name="delta">Planar C,H,W in 8-bit levels, inside the bounds; changed in place.</param>
    public void Settle(Span<float> delta)
    {
        for (var i = 0; i < delta.Length; i++)
        {
            if (Bounds[i % Bounds.Length] is > 0 and <= FlatBound && MathF.Abs(delta[i]) >= FlatLean)
            {
                delta[i] = delta[i] > 0 ? MathF.Floor(_high[i]) : MathF.Ceiling(_low[i]);
            }
        }
    }
}
