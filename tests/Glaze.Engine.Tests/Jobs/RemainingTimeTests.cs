using Glaze.Engine.Jobs;

namespace Glaze.Engine.Tests.Jobs;

public sealed class RemainingTimeTests
{
    [Theory]
    [InlineData(10, 0.25, 30.0)]
    [InlineData(10, 0.5, 10.0)]
    [InlineData(10, 1.0, 0.0)]
    public void Seconds_SoFarAtAnEvenPace_AreTheRestOfIt(int elapsed, double fraction, double left)
    {
        var clock = new StoppedClock();
        var time = new RemainingTime(clock);

        clock.Now += TimeSpan.FromSeconds(elapsed);

        time.Seconds(fraction).ShouldNotBeNull().ShouldBe(left, 1e-9);
        time.Elapsed.ShouldBe(TimeSpan.FromSeconds(elapsed));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.06)]
    public void Seconds_TooEarly_AreNotGuessed(double fraction) => new RemainingTime(new StoppedClock()).Seconds(fraction).ShouldBeNull();

    private sealed class StoppedClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
