using System.Numerics;
using System.Numerics.Tensors;
using Glaze.Cloaking.Budget;
using Glaze.Cloaking.Objectives;
using Glaze.Cloaking.Transforms;

namespace Glaze.Cloaking.Optimization;

/// <summary>
/// A conditional gradient method (Frank and Wolfe 1956; Jaggi 2013, algorithm 1) on δ: each step moves δ by a decaying share of the way
/// to the point of the budget that the accumulated gradient asks for (momentum arXiv 1710.06081). That point is the bound where the
/// gradient is strong and proportionally less where it is weak, so visible change goes where it moves the encoder most.
/// </summary>
public sealed class CloakOptimizer
{
    private readonly float[] _image;
    private readonly WindowBudget _budget;
    private readonly PerceptualHinge? _hinge;
    private readonly int _width;
    private readonly int _height;
    private readonly bool _isGreyscale;
    private readonly float[] _momentum;
    private readonly float[] _gradient;
    private readonly float[] _cloaked;

    /// <summary>Prepares the optimisation of one window.</summary>
    /// <param name="image">The untouched window, planar C,H,W, RGB, 0..1.</param>
    /// <param name="budget">How far each value may move.</param>
    /// <param name="hinge">The perceptual penalty, or null for the hard bound alone.</param>
    /// <param name="isGreyscale">Whether all three colour values must change alike.</param>
    public CloakOptimizer(float[] image, WindowBudget budget, PerceptualHinge? hinge, bool isGreyscale)
    {
        _image = image;
        _budget = budget;
        _width = budget.Width;
        _height = budget.Height;
        _hinge = hinge;
        _isGreyscale = isGreyscale;
        _momentum = new float[image.Length];
        _gradient = new float[image.Length];
        _cloaked = new float[image.Length];
    }

    /// <summary>Runs the steps.</summary>
    /// <param name="delta">Planar C,H,W in 8-bit levels: the start; changed in place and inside the budget on return.</param>
    /// <param name="objectiveForStep">The objective to use at a step (random views and transformations).</param>
    /// <param name="schedule">Number and length of steps.</param>
    /// <param name="afterStep">Called after each step with its index and loss.</param>
    /// <param name="cancellationToken">Stops within one step.</param>
    public void Run(
        float[] delta,
        Func<int, ICloakObjective> objectiveForStep,
        OptimizerSchedule schedule,
        Action<int, double>? afterStep,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(objectiveForStep);
        _budget.Project(delta);
        for (var step = 0; step < schedule.StepCount; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Compose(delta);
            var loss = objectiveForStep(step).Evaluate(_cloaked, _gradient, cancellationToken);
            Step(delta, schedule, step);
            afterStep?.Invoke(step, loss);
        }
    }

    // image + coverage·δ/255: what a viewer sees of δ through the picture's transparency.
    private void Compose(float[] delta)
    {
        var plane = _width * _height;
        for (var c = 0; c < 3; c++)
        {
            TensorPrimitives.Multiply(delta.AsSpan(c * plane, plane), _budget.Coverage, _cloaked.AsSpan(c * plane, plane));
        }

        VectorMath.Scale(_cloaked, 1 / 255f);
        TensorPrimitives.Add(_cloaked, _image, _cloaked);
    }

    private void Step(float[] delta, OptimizerSchedule schedule, int step)
    {
        var plane = _width * _height;
        if (_isGreyscale)
        {
            VectorMath.TieChannels(_gradient, plane);
        }

        // m ← μ·m + g / mean|g|
        var scale = VectorMath.MeanMagnitude(_gradient);
        VectorMath.Scale(_momentum, (float)schedule.Momentum);
        if (scale > 0 && double.IsFinite(scale))
        {
            VectorMath.AddScaled(_momentum, _gradient, (float)(1 / scale));
        }

        _hinge?.AddTo(_momentum, delta, _gradient);
        var size = (float)schedule.StepSize(step);
        var mean = VectorMath.MeanMagnitude(_momentum);
        var inverseMean = mean > 0 && double.IsFinite(mean) ? (float)(1 / mean) : 0;
        for (var c = 0; c < 3; c++)
        {
            var channel = c * plane;
            MoveToward(
                delta.AsSpan(channel, plane),
                _momentum.AsSpan(channel, plane),
                _gradient.AsSpan(channel, plane),
                inverseMean,
                ColourShare.Of(c, _isGreyscale),
                size);
        }

        _budget.Project(delta);
    }

    // δ ← δ + s·(v − δ), v = −share·B·clamp(gain·m / mean|m|, ±1).
    private void MoveToward(Span<float> delta, ReadOnlySpan<float> momentum, Span<float> step, float inverseMean, float share, float size)
    {
        TensorPrimitives.Multiply(momentum, inverseMean, step);
        TensorPrimitives.Multiply(step, _budget.Gain, step);
        TensorPrimitives.Min(step, 1f, step);
        TensorPrimitives.Max(step, -1f, step);
        TensorPrimitives.Multiply(step, _budget.Bounds, step);
        VectorMath.Scale(step, -share);
        TensorPrimitives.Subtract(step, delta, step);
        TensorPrimitives.Multiply(step, _budget.Reach, step);
        VectorMath.AddScaled(delta, step, size);
    }
}
