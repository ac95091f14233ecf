using Glaze.Cloaking.Canvas;

namespace Glaze.Cloaking.Tests;

public sealed class WindowLanesTests
{
    [Theory]
    [InlineData(1024, 1024)]
    [InlineData(700, 4000)]
    [InlineData(2048, 2048)]
    public void Rounds_AnyCanvas_HoldEveryWindowOnceAndNoneThatTouch(int width, int height)
    {
        var windows = WindowGrid.Plan(0, 0, width, height, 512, 16);

        var rounds = WindowLanes.Rounds(windows).ToList();

        rounds.SelectMany(round => round).Order().ShouldBe(Enumerable.Range(0, windows.Count));
        foreach (var round in rounds)
        {
            var covered = new HashSet<(int X, int Y)>();
            foreach (var window in round.Select(index => windows[index]))
            {
                for (var y = window.Y; y < window.Y + window.Height; y += 4)
                {
                    for (var x = window.X; x < window.X + window.Width; x += 4)
                    {
                        covered.Add((x / 4, y / 4)).ShouldBeTrue($"{x},{y} lies in two windows of one round");
                    }
                }
            }
        }
    }

    [Fact]
    public void Run_WindowFails_ThrowsItsOwnFailureAndGivesEveryLaneBack()
    {
        using var sessions = TinyEncoder.Sessions(threads: 2);
        var windows = WindowGrid.Plan(0, 0, 2048, 2048, 512, 16);
        var lanes = new System.Collections.Concurrent.ConcurrentBag<Glaze.Cloaking.Objectives.SessionPool?>();

        Should.Throw<TimeoutException>(() => WindowLanes.Run(sessions, windows, Fail, CancellationToken.None)).Message.ShouldBe("no answer");

        lanes.ShouldNotBeEmpty();
        lanes.ShouldAllBe(lane => lane != null);

        void Fail(Glaze.Cloaking.Objectives.SessionPool lane, int index)
        {
            lanes.Add(lane);
            throw new TimeoutException("no answer");
        }
    }

    [Fact]
    public void Rounds_LargeCanvas_FillTwoProcessors()
    {
        var windows = WindowGrid.Plan(0, 0, 4096, 4096, 512, 16);

        WindowLanes.Rounds(windows).Count(round => round.Count == 1).ShouldBeLessThanOrEqualTo(windows.Count / 20);
    }
}
