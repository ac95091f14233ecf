using Glaze.Cloaking;
using Glaze.Cloaking.Audit;
using Glaze.Cloaking.Objectives;
using Glaze.Engine.Commands;
using Glaze.Engine.Jobs;
using Glaze.Engine.Models;
using Glaze.Engine.Serving;
using Glaze.Engine.Tests.Serving;
using Glaze.Imaging;
using Glaze.Inference;
using Glaze.Languages;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Tests;

/// <summary>A device that fails gives way to the next, whenever it fails and whatever is being computed.</summary>
[Trait("Issue", "15")]
public sealed class CloakingEngineTests : IDisposable
{
    private const string Removed = "DirectML was lost (887A0005): the graphics device was removed";
    private const string Full = "DirectML could not be started: out of memory";

    private static readonly PixelBuffer Picture = TestPicture.Create(64, 48, isOpaque: true);
    private static readonly DeviceChoice Automatic = new(Threads: 1);

    private readonly TemporaryFolder _folder = new();
    private readonly ModelStore _store;

    public CloakingEngineTests() => _store = TestModels.StoreWithTinyEncoder(_folder);

    /// <summary>The probe's session, one that the pool loads, the first step, and one under way.</summary>
    public static TheoryData<int, int, string> Failures => new()
    {
        { 1, 0, Full },
        { 2, 0, Full },
        { 0, 1, Removed },
        { 0, 9, Removed },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Failures))]
    public void Run_CloakOnAFailingDevice_GivesTheProcessorsCloakAndKeepsTheReason(int opening, int step, string reason)
    {
        using var sound = new CloakingEngine(new ModelCatalog(_store));
        using var engine = Engine(opening, step, reason);

        var cloaked = Cloak(engine, Automatic);

        cloaked.Cloaked.Rgba.ShouldBe(Cloak(sound, Automatic with { Wanted = ExecutionProvider.Cpu }).Cloaked.Rgba);
        ShouldHaveMovedOn(engine, reason);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void Run_AuditOnAFailingDevice_GivesTheProcessorsFigures(int opening, int step, string reason)
    {
        using var sound = new CloakingEngine(new ModelCatalog(_store));
        var outcome = Cloak(sound, Automatic with { Wanted = ExecutionProvider.Cpu });
        using var engine = Engine(opening, step, reason);

        var shift = engine.Run(["mine"], Automatic, Audit).Encoders[0].Shift;

        shift.ShouldBe(sound.Run(["mine"], Automatic with { Wanted = ExecutionProvider.Cpu }, Audit).Encoders[0].Shift);
        ShouldHaveMovedOn(engine, reason);

        ProtectionAudit Audit(SessionPool sessions) => ProtectionAudit.Quick(sessions, Picture, outcome.Cloaked, outcome.Target, CancellationToken.None);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void Serve_PreviewOnAFailingDevice_IsAnsweredFromTheNextWithTheReason(int opening, int step, string reason)
    {
        using var session = new ServeSession(_store, models => Engine(opening, step, reason, models));
        session.Greet();
        var bgra = new byte[Picture.Rgba.Length];
        Picture.CopyToBgra(bgra);

        session.Send(Preview(), bgra);

        var device = session.End().Message.ShouldBeOfType<CloakResult>().Device;
        device.Kind.ShouldBe(DeviceKind.Cpu);
        device.Fallbacks[0].ShouldBe(new DeviceFallback(DeviceKind.DirectMl, device.Fallbacks[0].Reason, reason));
    }

    [Fact]
    public void Run_ProcessorFailsToo_SaysWhatTheProcessorSaid()
    {
        var failure = new ProviderLostException(ExecutionProvider.Cpu, "OutOfMemory", "memory ran out");
        using var engine = new CloakingEngine(new ModelCatalog(_store));

        Should.Throw<ProviderLostException>(() => engine.Run<int>(["mine"], Automatic, _ => throw failure)).ShouldBeSameAs(failure);

        Cloak(engine, Automatic).StepCount.ShouldBeGreaterThan(0, "The next picture gets sessions of its own.");
    }

    [Theory]
    [InlineData("std::bad_alloc")]
    [InlineData("Failed to allocate memory for requested buffer of size 12345")]
    [InlineData("libonnxruntime.so: failed to map segment from shared object")]
    [Trait("Issue", "15")]
    public void OutOfMemory_OnTheProcessor_IsToldAsThat(string words)
    {
        Exception hidden = new AggregateException(new TypeInitializationException("T", new ProviderUnavailableException(ExecutionProvider.Cpu, words)));

        CommandLine.Sentence(hidden).ShouldStartWith("There is not enough memory for this picture");
        ServeTexts.Fault(hidden, Language.English).Code.ShouldBe(FaultCode.OutOfMemory);
        ServeTexts.Fault(hidden, Language.Of("ja")).Sentence.ShouldStartWith("この画像に必要なメモリが足りません");
    }

    [Fact]
    [Trait("Issue", "15")]
    public void OutOfMemory_WhileALibraryIsLoaded_IsToldAsThat()
    {
        Exception hidden = new TypeInitializationException("T", new DllNotFoundException("libvips.so: failed to map segment from shared object"));

        CommandLine.Sentence(hidden).ShouldStartWith("There is not enough memory for this picture");
        CommandLine.Sentence(new DllNotFoundException("libvips.so: no such file")).ShouldContain("DllNotFoundException");
    }

    [Fact]
    public void Failure_OfTheProcessor_IsNotMetWithTheAdviceToUseIt()
    {
        var failure = new ProviderUnavailableException(ExecutionProvider.Cpu, "libonnxruntime.so is missing");

        CommandLine.Sentence(failure).ShouldNotContain("--device cpu");
        ServeTexts.Fault(failure, Language.English).Sentence.ShouldNotContain("choose the processor");
    }

    private static void ShouldHaveMovedOn(CloakingEngine engine, string reason)
    {
        engine.Device!.Provider.ShouldBe(ExecutionProvider.Cpu);
        engine.Device.Failures.Select(failure => failure.Reason)
            .ShouldBe([reason, "WebGPU was not tried: no graphics adapter was found."]);
    }

    private static CloakOutcome Cloak(CloakingEngine engine, DeviceChoice device)
    {
        var settings = new CloakSettings(Quality: Glaze.Cloaking.RenderQuality.Balanced, StyleName: "pointillism");
        return engine.Run(["mine"], device, sessions => new Cloaker(sessions).Cloak(new CloakJob(Picture, settings), null, CancellationToken.None));
    }

    private CloakingEngine Engine(int opening, int step, string reason, ModelCatalog? models = null)
    {
        var device = new FailingDevice(opening, step, () => reason == Removed
            ? new ProviderLostException(ExecutionProvider.DirectMl, "887A0005", "the graphics device was removed")
            : new ProviderUnavailableException(ExecutionProvider.DirectMl, "out of memory"));
        return new CloakingEngine(models ?? new ModelCatalog(_store), device.Selector, device.Open);
    }

    private static CloakRequest Preview() => new()
    {
        Job = 1,
        Picture = "picture",
        PixelsFollow = true,
        Width = Picture.Width,
        Height = Picture.Height,
        SelectionBounds = PixelRectangle.Whole(Picture.Width, Picture.Height),
        HasSelectionMask = false,
        Intensity = 50,
        Quality = Glaze.Protocol.Messages.RenderQuality.Balanced,
        Style = "pointillism",
        Seed = 0,
        Device = DeviceKind.Auto,
        Surrogates = ["mine"],
        Preview = new PreviewOptions(PixelRectangle.Whole(Picture.Width, Picture.Height), 64),
    };
}
