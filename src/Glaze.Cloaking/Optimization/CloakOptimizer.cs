using System.Numerics.Tensors;
using Glaze.Cloaking.Arithmetic;
using Glaze.Cloaking.Budget;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;

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

    private readonly PlanarImage _image;
    private readonly WindowBudget _budget;
    private readonly PerceptualHinge? _hinge;
    private readonly bool _isGreyscale;
    private readonly PlanarImage? _pull;
    private readonly PlanarImage _momentum;
    private readonly PlanarImage _gradient;
    private readonly PlanarImage _cloaked;

    /// <summary>Prepares the optimisation of one window.</summary>
    /// <param name="image">The window that δ is added to, RGB, 0..1.</param>
    /// <param name="budget">How far each value may move.</param>
    /// <param name="hinge">The perceptual penalty, or null for the ball alone.</param>
    /// <param name="isGreyscale">Whether all three colour values must change alike.</param>
    /// <param name="target">
    /// Ω(x, T), of the image's size: pulls δ toward it in every step, as if the picture itself were a latent that counts for a share of an
    /// encoder's; what moves encoders nobody knows. Null for no pull.
    /// </param>
    public CloakOptimizer(PlanarImage image, WindowBudget budget, PerceptualHinge? hinge, bool isGreyscale, PlanarImage? target = null)
    {
        _image = image;
        _budget = budget;
        _hinge = hinge;
        _isGreyscale = isGreyscale;
        _momentum = new PlanarImage(image.Width, image.Height);
        _gradient = new PlanarImage(image.Width, image.Height);
        _cloaked = new PlanarImage(image.Width, image.Height);
        _pull = target is null ? null : Pull(target);
    }

    /// <summary>Runs the steps.</summary>
    /// <param name="delta">In 8-bit levels: the start; changed in place and inside the budget on return.</param>
    /// <param name="objectiveForStep">The objective to use at a step (random views and transformations).</param>
    /// <param name="schedule">Number and length of steps.</param>
    /// <param name="afterStep">Called after each step with its index and loss.</param>
    /// <param name="cancellationToken">Stops within one step.</param>
    public void Run(
        PlanarImage delta,
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
    private void Compose(PlanarImage delta)
    {
        for (var c = 0; c < PlanarImage.ChannelCount; c++)
        {
            TensorPrimitives.Multiply(delta.Plane(c), _budget.Coverage, _cloaked.Plane(c));
        }

        VectorMath.Scale(_cloaked.Values, 1 / 255f);
        TensorPrimitives.Add(_cloaked.Values, _image.Values, _cloaked.Values);
    }

    // m ← μ·m + g / ‖g‖*, the norm dual to the size of δ.
    private void Accumulate(float memory)
    {
        if (_isGreyscale)
        {
            VectorMath.TieChannels(_gradient);
        }

        var length = _budget.DualSize(_gradient);
        VectorMath.Scale(_momentum.Values, memory);
        if (length > 0 && double.IsFinite(length))
        {
            VectorMath.AddScaled(_momentum.Values, _gradient.Values, (float)(1 / length));
        }

        if (_pull is not null)
        {
            VectorMath.AddScaled(_momentum.Values, _pull.Values, 1);
        }
    }

    // The gradient of ½‖x + δ − Ω‖² at δ = 0, brought to the length that an encoder's gradient has, times its share.
    private PlanarImage Pull(PlanarImage target)
    {
        var pull = new PlanarImage(target.Width, target.Height);
        TensorPrimitives.Subtract(_image.Values, target.Values, pull.Values);
        if (_isGreyscale)
        {
            VectorMath.TieChannels(pull);
        }

        var length = _budget.DualSize(pull);
        VectorMath.Scale(pull.Values, length > 0 ? (float)(PullShare / length) : 0);
        return pull;
    }

    private void Step(PlanarImage delta, float size)
    {
        var direction = _gradient;
        _momentum.Values.CopyTo(direction.Values, 0);
        _hinge?.AddTo(direction, delta, _cloaked);
        _budget.Steepen(direction);
        var length = _budget.Size(direction);
        if (length > 0 && double.IsFinite(length))
        {
            VectorMath.AddScaled(delta.Values, direction.Values, (float)(-size / length));
        }

        _budget.Project(delta);
    }
}
