using Glaze.Cloaking.Audit;

namespace Glaze.Cloaking.Tests.Audit;

public sealed class MovementAuditTests
{
    [Fact]
    public void Full_SamePicture_IsNotMovedButHandlingMovesIt()
    {
        using var sessions = TinyEncoder.Sessions();
        var picture = TestPictures.Noise(40, 32);

        var audit = MovementAudit.Full(sessions, picture, picture, null, CancellationToken.None);

        audit.Movement.ShouldBe(0);
        audit.Yardstick.ShouldBeGreaterThan(0.01);
        audit.Encoders[0].Surviving.Count.ShouldBe(12);
        audit.Encoders[0].Surviving.ShouldAllBe(left => left.Movement == 0 && left.Yardstick > 0);
    }

    [Fact]
    public void Full_TwiceTheChange_IsMovedAboutTwiceAsFar()
    {
        using var sessions = TinyEncoder.Sessions();
        var picture = TestPictures.Fill(48, 48, (x, y) => ((byte)(60 + (x * 2)), (byte)(90 + y), 120));

        var little = Move(4);
        var much = Move(8);

        (much / little).ShouldBeInRange(1.5, 2.5);

        double Move(int levels)
        {
            var changed = TestPictures.Fill(48, 48, (x, y) => ((byte)(60 + (x * 2) + (((x / 4) + (y / 4)) % 2 * levels)), (byte)(90 + y), 120));
            return MovementAudit.Full(sessions, picture, changed, null, CancellationToken.None).Movement;
        }
    }

    [Fact]
    public void Full_Progress_EndsJustBeforeOne()
    {
        using var sessions = TinyEncoder.Sessions();
        var picture = TestPictures.Flat(32, 32);
        var seen = new List<double>();

        MovementAudit.Full(sessions, picture, picture, new Recorder(seen), CancellationToken.None);

        seen.ShouldBeInOrder();
        seen.ShouldAllBe(fraction => fraction > 0 && fraction <= 1);
    }

    private sealed class Recorder(List<double> seen) : IProgress<double>
    {
        public void Report(double value) => seen.Add(value);
    }
}
