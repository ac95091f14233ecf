using Glaze.Cloaking.Audit;
using Glaze.Imaging;

namespace Glaze.Cloaking.Tests.Audit;

public sealed class ProtectionAuditTests
{
    [Fact]
    public void Full_SamePicture_IsNotMovedButHandlingMovesIt()
    {
        using var sessions = TinyEncoder.Sessions();
        var picture = TestPictures.Noise(40, 32);

        var audit = ProtectionAudit.Full(sessions, picture, picture, null, null, CancellationToken.None);

        audit.Movement.ShouldBe(0);
        audit.Yardstick.ShouldBeGreaterThan(0.01);
        audit.HasTarget.ShouldBeFalse();
        audit.Encoders[0].Surviving.Count.ShouldBe(Purifiers.All.Count);
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
            return ProtectionAudit.Full(sessions, picture, changed, null, null, CancellationToken.None).Movement;
        }
    }

    [Fact]
    public void Full_TheTargetIsTheCloak_IsAllTheWayThereWithTheSameMovement()
    {
        using var sessions = TinyEncoder.Sessions();
        var (picture, other) = (TestPictures.Noise(40, 32), TestPictures.Flat(40, 32));
        var target = PlanarImage.FromPixels(other, (1, 1, 1));

        var known = ProtectionAudit.Full(sessions, picture, other, target, null, CancellationToken.None);
        var unknown = ProtectionAudit.Full(sessions, picture, other, null, null, CancellationToken.None);

        known.Encoders[0].Shift.ShouldNotBeNull().ShouldBe(1, 1e-6);
        known.Encoders[0].Surviving.ShouldAllBe(left => Math.Abs(left.Shift!.Value - 1) < 1e-6);
        unknown.Encoders[0].Shift.ShouldBeNull();
        unknown.Movement.ShouldBe(known.Movement);
        unknown.Yardstick.ShouldBe(known.Yardstick);
        Should.Throw<ArgumentException>(() => ProtectionVerdict.Of(unknown));
    }

    [Fact]
    public void Full_Progress_EndsJustBeforeOne()
    {
        using var sessions = TinyEncoder.Sessions();
        var picture = TestPictures.Flat(32, 32);
        var seen = new List<double>();

        ProtectionAudit.Full(sessions, picture, picture, null, new Recorder(seen), CancellationToken.None);

        seen.ShouldBeInOrder();
        seen.ShouldAllBe(fraction => fraction > 0 && fraction <= 1);
    }

    private sealed class Recorder(List<double> seen) : IProgress<double>
    {
        public void Report(double value) => seen.Add(value);
    }
}
