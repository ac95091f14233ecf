using System.Numerics.Tensors;
using Glaze.Cloaking.Budget;
using Glaze.Cloaking.Canvas;
using Glaze.Cloaking.Objectives;
using Glaze.Cloaking.Optimization;
using Glaze.Cloaking.Transforms;
using Glaze.Imaging;

namespace Glaze.Cloaking;

/// <summary>Optimises δ in one window of the canvas, seen at full and at half resolution through random transforms.</summary>
internal sealed class WindowOptimization
{
    private readonly SessionPool _sessions;
    private readonly CanvasWindow _window;
    private readonly CloakSettings _settings;
    private readonly float[] _image;
    private readonly float[] _target;
    private readonly WindowBudget _budget;
    private readonly bool _isGreyscale;

    public WindowOptimization(SessionPool sessions, CloakJob job, PerturbationBudget budget, InterpolatedField target, CanvasWindow window)
    {
        var original = job.Original;
        var levels = WindowPixels.ReadLevels(original, window, out var coverage);
        var bounds = WindowPixels.ReadInside(budget.Bounds, original.Width, original.Height, window);
        var reach = WindowFeather.Weights(window, original.Width, original.Height);
        _sessions = sessions;
        _window = window;
        _settings = job.Settings;
        _isGreyscale = original.IsGrey;
        _image = WindowPixels.Read(original, window);
        _target = target.Read(window);
        _budget = new WindowBudget(window.Width, window.Height, bounds, levels, coverage, reach);
    }

    /// <summary>Whether any pixel of the window may change.</summary>
    public bool HasAnythingToDo => TensorPrimitives.Max<float>(_budget.Bounds) > 0;

    /// <summary>The clipped target difference: the start that needs no encoder.</summary>
    public float[] Start(float[]? coarse, float blend)
    {
        var delta = coarse ?? new float[_image.Length];
        var difference = new float[_image.Length];
        TensorPrimitives.Subtract(_target, _image, difference);
        VectorMath.Scale(difference, 255);
        if (_isGreyscale)
        {
            VectorMath.TieChannels(difference, _budget.Bounds.Length);
        }

        _budget.Project(difference);
        VectorMath.AddScaled(delta, difference, blend);
        _budget.Project(delta);
        return delta;
    }

    /// <summary>Runs the steps from a start; returns δ in levels.</summary>
    public float[] Run(float[] delta, int steps, double fullShare, Action<int, double> afterStep, CancellationToken cancellationToken)
    {
        var views = new ViewSchedule(_sessions, _image, _target, _window.Height, _window.Width, fullShare, _settings.Seed);
        var mask = VisibilityWeights();
        using var learned = _sessions.LearnedDistance(_image, _window.Height, _window.Width, cancellationToken);
        IPerceptualDistance distance = learned is null ? new PerceptualDistance(mask, _window.Width, _window.Height) : learned;
        var hinge = new PerceptualHinge(distance, _settings.PerceptualBudget);
        var optimizer = new CloakOptimizer(_image, _budget, hinge, _isGreyscale);
        optimizer.Run(delta, step => views.ForStep(step, cancellationToken), new OptimizerSchedule(steps), afterStep, cancellationToken);
        _budget.Settle(delta);
        return delta;
    }

    // B = ε·M up to dither, so M is known again from the bounds.
    private float[] VisibilityWeights()
    {
        var weights = (float[])_budget.Bounds.Clone();
        VectorMath.Scale(weights, (float)(1 / _settings.Epsilon));
        return weights;
    }
}
