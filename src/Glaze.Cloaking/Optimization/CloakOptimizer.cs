using System.Numerics.Tensors;
using Glaze.Cloaking.Arithmetic;
using Glaze.Cloaking.Budget;
using Glaze.Cloaking.Objectives;

namespace Glaze.Cloaking.Optimization;

/// <summary>
/// Steepest descent with momentum (arXiv 1710.06081, eq. 6) inside a ball of visible change: the size of δ is weighed by what each place
/// hides (<see cref="WindowBudget.Size"/>), every step is the direction that lowers the loss most for its size, and δ is brought back
/// into the ball and the per-pixel bounds after each. Gradients of different encoders and views count alike, whatever their length.
/// </summary>
internal sealed class CloakOptimizer
{
    /// <summary>The pull's share of an encoder's gradient; docs/algorithm.md has what other shares gave.</summary>
    private const double PullShare = 0.15;

    private readonly float[] _image;
    private readonly WindowBudget _budget;
    private readonly PerceptualHinge? _hinge;
    private readonly bool _isGreyscale;
    private readonly float[]? _pull;
    private readonly float[] _momentum;
    private readonly float[] _gradient;
    private readonly float[] _cloaked;

    /// <summary>Prepares the optimisation of one window.</summary>
    /// <param name="image">The window that δ is added to, planar C,H,W, RGB, 0..1.</param>
    /// <param name="budget">How far each value may move.</param>
    /// <param name="hinge">The perceptual penalty, or null for the ball alone.</param>
    /// <param name="isGreyscale">Whether all three colour values must change alike.</param>
    /// <param name="target">
    /// Ω(x, T), laid out as the image: pulls δ toward it in every step, as if the picture itself were a latent that counts for a share of an
    /// encoder's; what moves encoders nobody knows. Null for no pull.
    /// </param>
    public CloakOptimizer(float[] image, WindowBudget budget, PerceptualHinge? hinge, bool isGreyscale, float[]? target = null)
    {
        _image = image;
        _budget = budget;
        _hinge = hinge;
        _isGreyscale = isGreyscale;
        _momentum = new float[image.Length];
        _gradient = new float[image.Length];
        _cloaked = new float[image.Length];
        _pull = target is null ? null : Pull(target);
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
        ArgumentNullException.ThrowIfNull(schedule);
        _budget.Project(delta);
        for (var step = 0; step < schedule.StepCount; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Compose(delta);
            var loss = objectiveForStep(step).Evaluate(_cloaked, _gradient, cancellationToken);
            Accumulate((float)schedule.Momentum);
            Step(delta, (float)schedule.StepSize(step));
            afterStep?.Invoke(step, loss);
        }
    }

    // image + coverage·δ/255: what a viewer sees of δ through the picture's transparency.
    private void Compose(float[] delta)
    {
        var plane = _budget.Width * _budget.Height;
        for (var c = 0; c < 3; c++)
        {
            TensorPrimitives.Multiply(delta.AsSpan(c * plane, plane), _budget.Coverage, _cloaked.AsSpan(c * plane, plane));
        }

        VectorMath.Scale(_cloaked, 1 / 255f);
        TensorPrimitives.Add(_cloaked, _image, _cloaked);
    }

    // m ← μ·m + g / ‖g‖*, the norm dual to the size of δ.
    private void Accumulate(float memory)
    {
        if (_isGreyscale)
        {
            VectorMath.TieChannels(_gradient, _budget.Width * _budget.Height);
        }

        var length = _budget.DualSize(_gradient);
        VectorMath.Scale(_momentum, memory);
        if (length > 0 && double.IsFinite(length))
        {
            VectorMath.AddScaled(_momentum, _gradient, (float)(1 / length));
        }

        if (_pull is not null)
        {
            VectorMath.AddScaled(_momentum, _pull, 1);
        }
    }

    // The gradient of ½‖x + δ − Ω‖² at δ = 0, brought to the length that an encoder's gradient has, times its share.
    private float[] Pull(float[] target)
    {
        var pull = new float[target.Length];
        TensorPrimitives.Subtract(_image, target, pull);
        if (_isGreyscale)
        {
            VectorMath.TieChannels(pull, _budget.Width * _budget.Height);
        }

        var length = _budget.DualSize(pull);
        VectorMath.Scale(pull, length > 0 ? (float)(PullShare / length) : 0);
        return pull;
    }

    private void Step(float[] delta, float size)
    {
        var direction = _gradient;
        _momentum.CopyTo(direction, 0);
        _hinge?.AddTo(direction, delta, _cloaked);
        _budget.Steepen(direction);
        var length = _budget.Size(direction);
        if (length > 0 && double.IsFinite(length))
        {
            VectorMath.AddScaled(delta, direction, (float)(-size / length));
        }

        _budget.Project(delta);
    }
}
