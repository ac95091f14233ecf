using System.Diagnostics;

namespace Glaze.Cloaking;

/// <summary>Keeps the books of one run: time by stage, steps, losses, progress.</summary>
internal sealed class CloakRun(IProgress<CloakStep>? progress)
{
    // Time of a step relative to a step on a 512² window: the coarse picture has up to 2.25 times the pixels.
    private const double CoarseStepCost = 2;

    private const double OptimizingStart = 0.05;
    private const double OptimizingEnd = 0.98;

    private readonly Dictionary<CloakStage, double> _seconds = [];
    private StepPlan _plan = new(0, 0, 0, 0);
    private int _windowCount;
    private int _windowsDone;
    private int _coarseDone;
    private double? _latestLoss;

    public int StepCount { get; private set; }

    // Single steps see random views of one encoder; four of them together can be compared.
    private const int LossSteps = 4;

    private readonly List<double> _firstLosses = [];
    private readonly List<double> _lastLosses = [];

    public double? FirstLoss => _firstLosses.Count > 0 ? _firstLosses.Average() : null;

    public double? LastLoss => _lastLosses.Count > 0 ? _lastLosses.Average() : null;

    public int CoarseSteps => _plan.CoarseSteps;

    public IReadOnlyDictionary<CloakStage, double> StageSeconds => _seconds;

    public T Timed<T>(CloakStage stage, Func<T> work)
    {
        progress?.Report(new CloakStep(stage, StageStart(stage), _latestLoss));
        var start = Stopwatch.GetTimestamp();
        var result = work();
        _seconds[stage] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return result;
    }

    public void Begin(StepPlan plan, int windowCount)
    {
        _plan = plan;
        _windowCount = windowCount;
    }

    public void AfterCoarseStep(int step, double loss)
    {
        _coarseDone = step + 1;
        AfterStep(loss, 0);
    }

    public void AfterWindowStep(int step, double loss)
    {
        if (step < LossSteps)
        {
            _firstLosses.Add(loss);
        }

        if (step >= _plan.WindowSteps - LossSteps)
        {
            _lastLosses.Add(loss);
        }

        AfterStep(loss, step + 1);
    }

    public void WindowDone()
    {
        _windowsDone++;
        Report(0);
    }

    private static double StageStart(CloakStage stage) => stage switch
    {
        CloakStage.ChoosingStyle => 0,
        CloakStage.RenderingTarget => OptimizingStart / 2,
        CloakStage.Optimizing => OptimizingStart,
        _ => OptimizingEnd,
    };

    private void AfterStep(double loss, int stepInWindow)
    {
        StepCount++;
        _latestLoss = loss;
        Report(stepInWindow);
    }

    private void Report(int stepInWindow)
    {
        var total = (_plan.CoarseSteps * CoarseStepCost) + ((double)_windowCount * _plan.WindowSteps);
        var done = (_coarseDone * CoarseStepCost) + ((double)_windowsDone * _plan.WindowSteps) + stepInWindow;
        var share = total > 0 ? Math.Min(1, done / total) : 1;
        progress?.Report(new CloakStep(CloakStage.Optimizing, OptimizingStart + ((OptimizingEnd - OptimizingStart) * share), _latestLoss));
    }
}
