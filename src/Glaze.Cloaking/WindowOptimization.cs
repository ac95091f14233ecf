using System.Numerics.Tensors;
using Glaze.Cloaking.Arithmetic;
using Glaze.Cloaking.Budget;
using Glaze.Cloaking.Canvas;
using Glaze.Cloaking.Objectives;
using Glaze.Cloaking.Optimization;
using Glaze.Imaging;

namespace Glaze.Cloaking;

/// <summary>Optimises δ in one window of the canvas, on top of what the coarse pass left there, seen at full and at half resolution.</summary>
internal sealed class WindowOptimization
{
    private readonly SessionPool _sessions;
    private readonly CloakSettings _settings;
    private readonly int _seed;
    private readonly PlanarImage _image;
    private readonly PlanarImage _base;
    private readonly PlanarImage _shown;
    private readonly PlanarImage _target;
    private readonly WindowBudget _budget;
    private readonly bool _isGreyscale;

    /// <summary>Prepares a window.</summary>
    /// <param name="sessions">Sessions of the encoders.</param>
    /// <param name="job">The picture and its settings.</param>
    /// <param name="budget">How far this window's own δ may go.</param>
    /// <param name="target">Ω(x, T).</param>
    /// <param name="window">The window.</param>
    /// <param name="plan">Seed of the draws, and whether the picture is grey.</param>
    /// <param name="coarse">δ of the coarse pass, in levels; null where there was none.</param>
    /// <param name="isCoarse">Whether this is the coarse pass, which leaves flat colour alone.</param>
    public WindowOptimization(
        SessionPool sessions,
        CloakJob job,
        PerturbationBudget budget,
        InterpolatedField target,
        CanvasWindow window,
        CanvasPlan plan,
        InterpolatedField? coarse = null,
        bool isCoarse = false)
    {
        var original = job.Original;
        var levels = WindowPixels.ReadLevels(original, window, out var coverage);
        var bounds = WindowPixels.ReadInside(budget.Bounds, original.Width, original.Height, window);
        var reach = WindowFeather.Weights(window, original.Width, original.Height);
        _sessions = sessions;
        _settings = job.Settings;
        _seed = plan.Seed;
        _isGreyscale = plan.IsGreyscale;
        _image = WindowPixels.Read(original, window);
        _target = target.Read(window);
        _base = Base(job, window, coarse, levels);
        _shown = AddShown(_image, _base, coverage);
        TensorPrimitives.Add(levels.Values, _base.Values, levels.Values);
        _budget = new WindowBudget(levels, bounds, coverage, reach, (float)budget.Epsilon, isCoarse ? FlatColour.Clean : job.Settings.Flat);
    }

    /// <summary>Whether any pixel of the window may change by its own δ.</summary>
    public bool HasAnythingToDo => TensorPrimitives.Max<float>(_budget.Bounds) > 0;

    /// <summary>The start that needs no encoder: the clipped target difference, brought into the budget; what the coarse pass left, where there was one.</summary>
    public PlanarImage Start()
    {
        var difference = new PlanarImage(_image.Width, _image.Height);
        TensorPrimitives.Subtract(_target.Values, _image.Values, difference.Values);
        VectorMath.Scale(difference.Values, 255);
        if (_isGreyscale)
        {
            VectorMath.TieChannels(difference);
        }

        _budget.Project(difference);
        return difference;
    }

    /// <summary>What the coarse pass left in this window.</summary>
    public PlanarImage Coarse() => _base.Clone();

    /// <summary>Runs the steps from a start; returns δ in levels, with what the coarse pass left.</summary>
    public PlanarImage Run(PlanarImage delta, int steps, double fullShare, Action<int, double> afterStep, CancellationToken cancellationToken)
    {
        TensorPrimitives.Subtract(delta.Values, _base.Values, delta.Values);
        var views = new ViewSchedule(_sessions, _image, _target, fullShare, _seed);
        var mask = VisibilityWeights();
        using var learned = _sessions.LearnedDistance(_image, cancellationToken);
        IPerceptualDistance distance = learned is null ? new PerceptualDistance(mask, _image.Width, _image.Height) : learned;
        var hinge = new PerceptualHinge(distance, _settings.PerceptualBudget);
        var optimizer = new CloakOptimizer(_shown, _budget, hinge, _isGreyscale, _target);
        optimizer.Run(
            delta, step => views.ForStep(step, cancellationToken), new OptimizerSchedule(steps, Momentum: views.Memory), afterStep, cancellationToken);
        _budget.Settle(delta);
        TensorPrimitives.Add(delta.Values, _base.Values, delta.Values);
        TensorPrimitives.Min(delta.Values, (float)Math.Floor(_settings.Epsilon), delta.Values);
        TensorPrimitives.Max(delta.Values, -(float)Math.Floor(_settings.Epsilon), delta.Values);
        return delta;
    }

    // Nothing of the coarse pass where nothing may change, less where the selection is soft.
    private static PlanarImage Base(CloakJob job, CanvasWindow window, InterpolatedField? coarse, PlanarImage levels)
    {
        if (coarse is null)
        {
            return new PlanarImage(window.Width, window.Height);
        }

        var delta = coarse.Read(window);
        var share = WindowPixels.ReadChangeable(job, window);
        for (var i = 0; i < delta.Values.Length; i++)
        {
            delta.Values[i] = Math.Clamp(delta.Values[i] * share[i % share.Length], -levels.Values[i], 255 - levels.Values[i]);
        }

        return delta;
    }

    private static PlanarImage AddShown(PlanarImage image, PlanarImage delta, float[] coverage)
    {
        var shown = new PlanarImage(image.Width, image.Height);
        for (var i = 0; i < shown.Values.Length; i++)
        {
            shown.Values[i] = image.Values[i] + (delta.Values[i] * coverage[i % coverage.Length] / 255);
        }

        return shown;
    }

    // B = ε·M up to dither, so M is known again from the bounds.
    private float[] VisibilityWeights()
    {
        var weights = (float[])_budget.Bounds.Clone();
        VectorMath.Scale(weights, (float)(1 / _settings.Epsilon));
        return weights;
    }
}
