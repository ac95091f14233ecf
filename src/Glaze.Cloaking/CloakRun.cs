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
    private readonly Lock _lock = new();
    private StepPlan _plan = new(0, 0, 0, 0);
    private WindowLosses[] _windows = [];
    private int _stepsDone;
    private int _coarseDone;
    private double? _latestLoss;

    public int StepCount { get; private set; }

    // Single steps see random views of one encoder; four of them together can be compared.
    private const int LossSteps = 4;

    public double? FirstLoss => Mean(window => window.First);

    public double? LastLoss => Mean(window => window.Last);

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
        _windows = [.. Enumerable.Range(0, windowCount).Select(_ => new WindowLosses([], []))];
    }

    public void AfterCoarseStep(int step, double loss)
    {
        lock (_lock)
        {
            _coarseDone = step + 1;
            AfterStep(loss);
        }
    }

    /// <summary>May be called from several threads; a window's own steps come in order.</summary>
    public void AfterWindowStep(int window, int step, double loss)
    {
        lock (_lock)
        {
            if (step < LossSteps)
            {
                _windows[window].First.Add(loss);
            }

            if (step >= _plan.WindowSteps - LossSteps)
            {
                _windows[window].Last.Add(loss);
            }

            _stepsDone++;
            AfterStep(loss);
        }
    }

    /// <summary>A window is finished, with or without steps.</summary>
    public void WindowDone(int window)
    {
        lock (_lock)
        {
            if (_windows[window].First.Count == 0)
            {
                _stepsDone += _plan.WindowSteps;
                Report();
            }
        }
    }

    private static double StageStart(CloakStage stage) => stage switch
    {
        CloakStage.ChoosingStyle => 0,
        CloakStage.RenderingTarget => OptimizingStart / 2,
        CloakStage.Optimizing => OptimizingStart,
        _ => OptimizingEnd,
    };

    private void AfterStep(double loss)
    {
        StepCount++;
        _latestLoss = loss;
        Report();
    }

    private void Report()
    {
        var total = (_plan.CoarseSteps * CoarseStepCost) + ((double)_windows.Length * _plan.WindowSteps);
        var done = (_coarseDone * CoarseStepCost) + _stepsDone;
        var share = total > 0 ? Math.Min(1, done / total) : 1;
        progress?.Report(new CloakStep(CloakStage.Optimizing, OptimizingStart + ((OptimizingEnd - OptimizingStart) * share), _latestLoss));
    }

    // Window by window, so that the sum does not depend on who was first.
    private double? Mean(Func<WindowLosses, List<double>> losses)
    {
        var all = _windows.SelectMany(losses).ToList();
        return all.Count > 0 ? all.Average() : null;
    }

    private sealed record WindowLosses(List<double> First, List<double> Last);
}
