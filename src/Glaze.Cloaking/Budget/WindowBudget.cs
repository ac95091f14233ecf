using System.Numerics.Tensors;
using Glaze.Imaging;

namespace Glaze.Cloaking.Budget;

/// <summary>
/// The budget of one window, as the optimiser needs it: a bound for every value, and a ball of visible change. The size of δ is the root
/// mean square of what changes, each pixel in units of what it hides, V levels of grey change or κ·V of colour change:
/// |δ|² = mean_i ( 3·Y_i² + Σ_c (δ_ic − Y_i)² / κ_i² ) / (3·V_i²), Y the mean of the three colour values' changes. Grey and neutral surfaces
/// have a small κ, since the eye sees coloured specks there first.
/// </summary>
internal sealed class WindowBudget
{
    /// <summary>V where a pixel may move by one level: RMS of the flat pixels that move.</summary>
    private const float FlatAllowance = 0.8f;
    private const float FlatBound = 1;

    /// <summary>V ÷ ε where all may change that hides anything: single values may go this much further than the mean.</summary>
    private const float LargestAllowance = 0.25f;

    /// <summary>
    /// V grows with this power of M: where little is hidden little must change, but what encoders see of a change there is worth more than in
    /// busy texture. docs/algorithm.md has what other powers gave.
    /// </summary>
    private const float MaskPower = 0.25f;

    /// <summary>V of grain where its bound is whole, and its κ: it has no colour.</summary>
    private const float GrainAllowance = 2.8f;
    private const float GrainColour = 0.1f;

    /// <summary>κ of a grey surface, and the colourfulness in levels from which κ is 1.</summary>
    private const float LeastColour = 0.35f;
    private const float FullColour = 48;

    /// <summary>Where the steps lean to one side by less than this mean, they are undecided.</summary>
    private const float FlatLean = 0.2f;

    private readonly float[] _low;
    private readonly float[] _high;
    private readonly float[] _allowance;
    private readonly float[] _colour;
    private readonly int _changeable;

    /// <summary>Combines bounds with the colours' own range.</summary>
    /// <param name="levels">The untouched colour values in levels 0..255, straight (not multiplied by alpha).</param>
    /// <param name="bounds">|δ| allowed at each pixel in 8-bit levels, H,W.</param>
    /// <param name="coverage">How much of δ a viewer sees: alpha, 0..1, H,W.</param>
    /// <param name="reach">How much of a step each pixel takes, 0..1, H,W: less near borders shared with other windows.</param>
    /// <param name="epsilon">ε in levels: bounds are ε·M.</param>
    /// <param name="flat">What flat colour may carry.</param>
    public WindowBudget(
        PlanarImage levels, float[] bounds, float[] coverage, float[] reach, float epsilon, FlatColour flat = FlatColour.Clean)
    {
        Width = levels.Width;
        Height = levels.Height;
        Coverage = coverage;
        Reach = reach;
        Bounds = bounds;
        _allowance = Array.ConvertAll(bounds, bound => bound <= FlatBound ? FlatAllowance * bound : LargestAllowance * epsilon * MathF.Pow(Math.Min(1, bound / epsilon), MaskPower));
        _colour = ColourShare(levels);
        if (flat == FlatColour.Grain)
        {
            AllowGrain();
        }

        _changeable = Math.Max(1, bounds.Count(bound => bound > 0));
        _low = new float[levels.Values.Length];
        _high = new float[levels.Values.Length];
        for (var i = 0; i < _low.Length; i++)
        {
            var bound = bounds[i % bounds.Length];
            _low[i] = Math.Max(-bound, -levels.Values[i]);
            _high[i] = Math.Min(bound, 255 - levels.Values[i]);
        }
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>How much of δ a viewer sees, H,W.</summary>
    public float[] Coverage { get; }

    /// <summary>How much of a step each pixel takes, H,W.</summary>
    public float[] Reach { get; }

    /// <summary>|δ| allowed at each pixel in 8-bit levels, H,W.</summary>
    public float[] Bounds { get; }

    /// <summary>The size of a change: 1 on the ball's surface.</summary>
    /// <param name="delta">In 8-bit levels.</param>
    public double Size(PlanarImage delta) => Math.Sqrt(Sum(delta, (grey, colour, allowance, share) =>
        allowance > 0 ? (grey + (colour / (share * share))) / (allowance * allowance) : 0) / (3.0 * _changeable));

    /// <summary>The norm dual to <see cref="Size"/>, up to a factor: how much the loss can fall for a change of given size.</summary>
    /// <param name="gradient">d loss / d δ.</param>
    public double DualSize(PlanarImage gradient) => Math.Sqrt(Sum(gradient, (grey, colour, allowance, share) =>
        (grey + (colour * share * share)) * allowance * allowance));

    /// <summary>From a gradient to the direction of steepest ascent for its size: g ↦ V²·(Y + κ²·(g − Y)), less near shared borders.</summary>
    /// <param name="direction">The gradient; changed in place.</param>
    public void Steepen(PlanarImage direction)
    {
        var (gradient, plane) = (direction.Values, direction.PlaneSize);
        for (var i = 0; i < plane; i++)
        {
            var factor = _allowance[i] * _allowance[i] * Reach[i];
            var share = _colour[i] * _colour[i];
            var grey = (gradient[i] + gradient[plane + i] + gradient[(2 * plane) + i]) / 3;
            gradient[i] = factor * (grey + (share * (gradient[i] - grey)));
            gradient[plane + i] = factor * (grey + (share * (gradient[plane + i] - grey)));
            gradient[(2 * plane) + i] = factor * (grey + (share * (gradient[(2 * plane) + i] - grey)));
        }
    }

    /// <summary>Moves δ into the ball, then to the nearest point inside the bounds and the colour range.</summary>
    /// <param name="delta">In 8-bit levels; changed in place.</param>
    public void Project(PlanarImage delta)
    {
        TensorPrimitives.Max(delta.Values, _low, delta.Values);
        TensorPrimitives.Min(delta.Values, _high, delta.Values);
        var size = Size(delta);
        if (size > 1)
        {
            Shrink(delta.Values, (float)(1 - (1 / size)));
        }
    }

    // Near borders shared with other windows less, so that no edge forms there.
    private void Shrink(Span<float> delta, float share)
    {
        var plane = Bounds.Length;
        for (var i = 0; i < delta.Length; i++)
        {
            delta[i] *= 1 - (share * Reach[i % plane]);
        }
    }

    /// <summary>Takes the last step where only whole levels are left: flat pixels that lean to one side move by their level.</summary>
    /// <param name="delta">In 8-bit levels, inside the bounds; changed in place.</param>
    public void Settle(PlanarImage delta)
    {
        var values = delta.Values;
        for (var i = 0; i < values.Length; i++)
        {
            if (Bounds[i % Bounds.Length] is > 0 and <= FlatBound && MathF.Abs(values[i]) >= FlatLean)
            {
                values[i] = values[i] > 0 ? MathF.Floor(_high[i]) : MathF.Ceiling(_low[i]);
            }
        }
    }

    // Up to the bound of grain a pixel is flat colour, or hides no more.
    private void AllowGrain()
    {
        for (var i = 0; i < Bounds.Length; i++)
        {
            // V as it is where more is hidden.
            if (Bounds[i] <= PerturbationBudget.GrainBound)
            {
                _colour[i] = GrainColour;
                _allowance[i] = GrainAllowance * Bounds[i] / PerturbationBudget.GrainBound;
            }
        }
    }

    // κ by the colourfulness of the neighbourhood: the largest colour value less the smallest, blurred.
    private static float[] ColourShare(PlanarImage image)
    {
        const int Radius = 4;
        var (levels, plane) = (image.Values, image.PlaneSize);
        var colour = new float[plane];
        for (var i = 0; i < plane; i++)
        {
            var (red, green, blue) = (levels[i], levels[plane + i], levels[(2 * plane) + i]);
            colour[i] = Math.Max(red, Math.Max(green, blue)) - Math.Min(red, Math.Min(green, blue));
        }

        LocalWindows.Mean(colour, image.Width, image.Height, Radius);
        for (var i = 0; i < plane; i++)
        {
            colour[i] = LeastColour + ((1 - LeastColour) * Math.Clamp(colour[i] / FullColour, 0, 1));
        }

        return colour;
    }

    // Over pixels: f(3·Y², Σ (value − Y)², V, κ), row by row, so that the sum does not depend on threads.
    private double Sum(PlanarImage image, Func<float, float, float, float, float> term)
    {
        var (values, plane) = (image.Values, image.PlaneSize);
        var sum = 0.0;
        for (var row = 0; row < Height; row++)
        {
            var ofRow = 0.0;
            for (var i = row * Width; i < (row + 1) * Width; i++)
            {
                var (red, green, blue) = (values[i], values[plane + i], values[(2 * plane) + i]);
                var grey = (red + green + blue) / 3;
                var colour = ((red - grey) * (red - grey)) + ((green - grey) * (green - grey)) + ((blue - grey) * (blue - grey));
                ofRow += term(3 * grey * grey, colour, _allowance[i], _colour[i]);
            }

            sum += ofRow;
        }

        return sum;
    }
}
