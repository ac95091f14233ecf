using FsCheck;
using FsCheck.Fluent;
using Glaze.Cloaking.Audit;
using Glaze.Imaging;

namespace Glaze.Cloaking.Tests;

public sealed class CloakerTests
{
    private static readonly CloakSettings Fast = new(Quality: RenderQuality.Fast, StyleName: "pointillism");

    [Fact]
    public void Cloak_AnyCanvasAlphaAndSelection_KeepsEveryPromise()
    {
        using var sessions = TinyEncoder.Sessions();
        var cloaker = new Cloaker(sessions);

        var canvases =
            from width in Gen.Choose(1, 70)
            from height in Gen.Choose(1, 70)
            from kind in Gen.Choose(0, 3)
            from alpha in Gen.Choose(0, 2)
            from hasSelection in Gen.Elements(true, false)
            from intensity in Gen.Elements(0.0, 35.5, 50.0, 100.0)
            select (width, height, kind, alpha, hasSelection, intensity);
        Prop.ForAll(canvases.ToArbitrary(), canvas =>
        {
            var picture = Picture(canvas.width, canvas.height, canvas.kind, canvas.alpha);
            ReadOnlyMemory<byte>? selection = canvas.hasSelection ? Selection(canvas.width, canvas.height).AsMemory() : (ReadOnlyMemory<byte>?)null;
            var before = (byte[])picture.Rgba.Clone();

            var outcome = cloaker.Cloak(
                new CloakJob(picture, Fast with { Intensity = canvas.intensity }, selection), null, CancellationToken.None);

            picture.Rgba.ShouldBe(before);
            var isTextured = canvas.kind is 0 or 3 && canvas.intensity > 0;
            return Holds(picture, outcome, selection, isGrey: canvas.kind == 3) && (!isTextured || HasMoved(picture, outcome, selection));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30).WithReplay(20261122, 1));
    }

    [Fact]
    public void Cloak_TexturedPicture_MovesLatentsTowardTheTarget()
    {
        using var sessions = TinyEncoder.Sessions();
        var picture = TestPictures.Noise(96, 64);

        var outcome = new Cloaker(sessions).Cloak(new CloakJob(picture, Fast), null, CancellationToken.None);
        var audit = ProtectionAudit.Quick(sessions, picture, outcome.Cloaked, outcome.Target, CancellationToken.None);

        audit.Encoders[0].Shift!.Value.ShouldBeGreaterThan(0.02);
        outcome.LastLoss!.Value.ShouldBeLessThan(1);
    }

    [Fact]
    public void Cloak_FullyTransparentPicture_ComesBackUnchanged()
    {
        using var sessions = TinyEncoder.Sessions();
        var picture = TestPictures.Noise(30, 20);
        TestPictures.SetAlpha(picture, _ => 0);

        var outcome = new Cloaker(sessions).Cloak(new CloakJob(picture, Fast), null, CancellationToken.None);

        outcome.Cloaked.Rgba.ShouldBe(picture.Rgba);
        outcome.StepCount.ShouldBe(0);
    }

    [Fact]
    public void Cloak_AnyNumberOfThreadsOfOursAndOfTheRuntime_GivesTheSameBytes()
    {
        var picture = TestPictures.Noise(80, 80);
        var results = new[] { (Ours: 1, Runtime: 1), (Ours: 1, Runtime: 2), (Ours: 5, Runtime: 1), (Ours: 3, Runtime: 2) }.Select(threads =>
        {
            using var limit = WorkThreads.Limit(threads.Ours);
            using var sessions = TinyEncoder.Sessions(threads.Runtime);
            return new Cloaker(sessions).Cloak(new CloakJob(picture, Fast), null, CancellationToken.None).Cloaked.Rgba;
        }).ToList();

        results.ShouldAllBe(result => result.SequenceEqual(results[0]));
        results[0].ShouldNotBe(picture.Rgba);
    }

    [Fact]
    public void Cloak_ManyWindowsOnOneAndTwoThreads_GiveTheSameBytesAndLosses()
    {
        var picture = TestPictures.Noise(1040, 100);
        var results = new[] { 1, 2 }.Select(threads =>
        {
            using var sessions = TinyEncoder.Sessions(threads);
            return new Cloaker(sessions).Cloak(new CloakJob(picture, Fast), null, CancellationToken.None);
        }).ToList();

        results[1].Cloaked.Rgba.ShouldBe(results[0].Cloaked.Rgba);
        (results[1].StepCount, results[1].FirstLoss, results[1].LastLoss).ShouldBe((results[0].StepCount, results[0].FirstLoss, results[0].LastLoss));
    }

    [Fact]
    public void Cloak_TargetOfAnEarlierOutcome_GivesTheSameBytes()
    {
        using var sessions = TinyEncoder.Sessions();
        var job = new CloakJob(TestPictures.Noise(80, 80), Fast);
        var rendered = new Cloaker(sessions).Cloak(job, null, CancellationToken.None);

        var reused = new Cloaker(sessions).Cloak(job with { Target = rendered.Target }, null, CancellationToken.None);

        reused.Cloaked.Rgba.ShouldBe(rendered.Cloaked.Rgba);
        reused.Target.ShouldBeSameAs(rendered.Target);
    }

    [Fact]
    public void Cloak_UnknownStyle_Throws()
    {
        using var sessions = TinyEncoder.Sessions();

        Should.Throw<ArgumentException>(() => new Cloaker(sessions).Cloak(
            new CloakJob(TestPictures.Flat(20, 20), new CloakSettings(StyleName: "nobody")), null, CancellationToken.None));
    }

    private static bool Holds(PixelBuffer original, CloakOutcome outcome, ReadOnlyMemory<byte>? selection, bool isGrey)
    {
        for (var i = 0; i < original.Width * original.Height; i++)
        {
            var before = original.Rgba.AsSpan(4 * i, 4);
            var after = outcome.Cloaked.Rgba.AsSpan(4 * i, 4);
            var mayChange = before[3] > 0 && (selection is not { } weights || weights.Span[i] > 0);
            if (before[3] != after[3]
                || (!mayChange && !before.SequenceEqual(after))
                || (isGrey && (after[0] != after[1] || after[1] != after[2])))
            {
                return false;
            }

            for (var c = 0; c < 3; c++)
            {
                if (Math.Abs(before[c] - after[c]) > outcome.Epsilon)
                {
                    return false;
                }
            }
        }

        return true;
    }

    // Of the pixels that noise lets move freely some did: a cloaker that changes nothing would keep every other promise.
    private static bool HasMoved(PixelBuffer original, CloakOutcome outcome, ReadOnlyMemory<byte>? selection)
    {
        var (movable, moved) = (0, 0);
        for (var i = 0; i < original.Width * original.Height; i++)
        {
            movable += original.Rgba[(4 * i) + 3] > 0 && (selection is not { } weights || weights.Span[i] >= 128) ? 1 : 0;
            moved += original.Rgba.AsSpan(4 * i, 3).SequenceEqual(outcome.Cloaked.Rgba.AsSpan(4 * i, 3)) ? 0 : 1;
        }

        return movable < 64 || moved > 0;
    }

    private static PixelBuffer Picture(int width, int height, int kind, int alpha)
    {
        var picture = kind switch
        {
            0 => TestPictures.Noise(width, height),
            1 => TestPictures.Flat(width, height),
            2 => TestPictures.Cel(width, height),
            _ => Grey(TestPictures.Noise(width, height)),
        };
        if (alpha > 0)
        {
            TestPictures.SetAlpha(picture, i => (byte)(alpha == 1 ? i * 37 % 256 : 0));
        }

        return picture;
    }

    private static PixelBuffer Grey(PixelBuffer picture)
    {
        for (var i = 0; i < picture.Rgba.Length; i += 4)
        {
            picture.Rgba[i + 1] = picture.Rgba[i + 2] = picture.Rgba[i];
        }

        return picture;
    }

    private static byte[] Selection(int width, int height) =>
        Enumerable.Range(0, width * height).Select(i => (byte)(i % width < width / 2 ? 0 : i * 11 % 256)).ToArray();
}
