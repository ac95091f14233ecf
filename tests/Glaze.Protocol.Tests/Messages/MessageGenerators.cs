using FsCheck;
using FsCheck.Fluent;
using Glaze.Protocol.Messages;

namespace Glaze.Protocol.Tests.Messages;

/// <summary>Generators of valid messages of every kind.</summary>
internal static class MessageGenerators
{
    private static readonly Gen<string> Text = Gen.Elements(
        "", "auto", "Ukiyo-e", "浮世絵", "quotes \" and \\ and \n", "😀 surrogate pair", new string('x', 200));

    private static readonly Gen<int> Job = Gen.Choose(1, int.MaxValue - 1);

    private static readonly Gen<double> Fraction = Gen.Choose(0, 10000).Select(value => value / 10000.0);

    private static readonly Gen<double> Number = Gen.Choose(0, int.MaxValue - 1).Select(value => value / 977.0);

    private static readonly Gen<DeviceKind> Kind = Gen.Elements(Enum.GetValues<DeviceKind>());

    private static readonly Gen<CloakStage> Stage = Gen.Elements(Enum.GetValues<CloakStage>());

    private static readonly Gen<PixelRectangle> Region =
        from x in Gen.Choose(0, 1000)
        from y in Gen.Choose(0, 1000)
        from width in Gen.Choose(1, 500)
        from height in Gen.Choose(1, 500)
        select new PixelRectangle(x, y, width, height);

    private static readonly Gen<DeviceUse> Device =
        from kind in Kind
        from name in Text
        from fallbacks in (from kind in Kind from reason in Text from detail in Text select new DeviceFallback(kind, reason, detail)).ListOf()
        select new DeviceUse(kind, name, [.. fallbacks.Take(5)]);

    private static readonly Gen<VisibleChange> Change =
        from psnr in Optional(Number)
        from max in Gen.Choose(0, 255)
        select new VisibleChange(psnr, max);

    private static readonly Gen<ProtectionFigures> Protection =
        from shift in Fraction
        from worst in Optional(Fraction)
        from purifier in Text
        from families in (from name in Text from value in Number from familyGrade in Gen.Elements(Enum.GetValues<ProtectionGrade>()) select new FamilyFigures(name, value, -value, familyGrade)).ListOf()
        from grade in Gen.Elements(Enum.GetValues<ProtectionGrade>())
        select new ProtectionFigures(shift, worst, worst is null ? null : purifier, [.. families.Take(9)], grade, purifier);

    private static readonly Gen<PreviewOptions> Preview =
        from region in Region
        from side in Gen.Choose(16, 4096)
        select new PreviewOptions(region, side);

    private static readonly Gen<Message> CloakRequests =
        from job in Job
        from picture in Text
        from hasPixels in Gen.Elements(true, false)
        from bounds in Region
        from hasMask in Gen.Elements(true, false)
        from intensity in Gen.Choose(0, 100)
        from quality in Gen.Elements(Enum.GetValues<RenderQuality>())
        from style in Text
        from seed in Gen.Choose(int.MinValue, int.MaxValue)
        from device in Kind
        from luid in Gen.Elements<long?>(null, 0, -1, long.MaxValue, long.MinValue)
        from surrogates in Text.ListOf()
        from threads in Gen.Choose(0, 1024)
        from flat in Gen.Elements(Enum.GetValues<FlatColour>())
        from preview in OptionalReference(Preview)
        select (Message)new CloakRequest
        {
            Job = job,
            Picture = picture,
            PixelsFollow = hasPixels,
            Width = 1500,
            Height = 1700,
            SelectionBounds = bounds,
            HasSelectionMask = hasMask,
            Intensity = intensity,
            Quality = quality,
            Style = style,
            Seed = seed,
            Device = device,
            AdapterLuid = luid,
            Surrogates = [.. surrogates.Take(9)],
            Threads = threads,
            Flat = flat,
            Preview = preview,
        };

    private static readonly Gen<Message> CloakResults =
        from job in Job
        from region in Region
        from device in Device
        from style in Text
        from change in Change
        from protection in OptionalReference(Protection)
        from surrogates in Text.ListOf()
        select (Message)new CloakResult
        {
            Job = job,
            Width = region.Width,
            Height = region.Height,
            Region = region,
            Scale = 1,
            Device = device,
            Style = style,
            Change = change,
            Protection = protection,
            Surrogates = [.. surrogates.Take(5)],
        };

    private static readonly Gen<Message> Welcomes =
        from version in Gen.Choose(0, 9)
        from engine in Text
        from kind in Kind
        from name in Text
        from luid in Gen.Elements<long?>(null, 77)
        from isUsable in Gen.Elements(true, false)
        select (Message)new Welcome(
            version,
            engine,
            [new DeviceDescription(kind, name, luid, isUsable, isUsable ? null : name, luid is null ? null : name)],
            [new StyleDescription(name, engine)],
            [new SurrogateDescription(name, engine, isUsable)]);

    private static readonly Gen<ModelDescription> Model =
        from name in Text
        from family in Text
        from state in Gen.Elements(Enum.GetValues<ModelState>())
        from isBuiltIn in Gen.Elements(true, false)
        from bytes in Gen.Elements<long?>(null, 0, 5_000_000_000)
        select new ModelDescription(name, family, state, isBuiltIn, !isBuiltIn, bytes, bytes ?? 0, bytes is null ? null : name, bytes is null ? null : family, bytes is null ? null : name);

    private static readonly Gen<Message> ModelsRequests =
        from job in Job
        from action in Gen.Elements(Enum.GetValues<ModelAction>())
        from name in Text
        select (Message)new ModelsRequest(job, action, name.Length == 0 ? "taesd" : name, action == ModelAction.Import ? "C:\\絵.safetensors" : null, "ja");

    /// <summary>Any valid message.</summary>
    public static Gen<Message> Any { get; } = Gen.OneOf(
        from version in Gen.Choose(0, 9) from client in Text select (Message)new Hello(version, client, "ja"),
        Welcomes,
        CloakRequests,
        from job in Job from stage in Stage from fraction in Fraction from left in Optional(Number) from device in OptionalReference(Device) select (Message)new CloakProgress(job, stage, fraction, left, device),
        from job in Job from region in Region from change in OptionalReference(Change) select (Message)new PreviewUpdate(job, 0.5, region, region.Width, region.Height, change),
        CloakResults,
        from job in Gen.Elements<int?>(null, 1, 7) from code in Gen.Elements(Enum.GetValues<FaultCode>()) from text in Text select (Message)new EngineFault(job, code, text, text),
        from job in Job select (Message)new Cancelled(job),
        from job in Job select (Message)new CancelRequest(job),
        from job in Job from max in Gen.Choose(8, 256) select (Message)new StyleThumbnailRequest(job, max),
        from job in Job from side in Gen.Choose(1, 256) from name in Text select (Message)new StyleThumbnails(job, [new StyleThumbnail(name, side, 257 - side)]),
        from job in Job from language in Text select (Message)new ModelViewRequest(job, language),
        from job in Job from region in Region from family in Text from isEstimate in Gen.Elements(true, false) select (Message)new ModelView(job, region.Width, region.Height, region, family, isEstimate),
        ModelsRequests,
        from job in Job from received in Gen.Choose(0, int.MaxValue) select (Message)new ModelsProgress(job, received, 2L * received),
        from job in Job from models in Model.ListOf() from note in Text select (Message)new Models(job, [.. models.Take(9)], note.Length == 0 ? null : note),
        from number in Gen.Choose(int.MinValue, int.MaxValue) select (Message)new Ping(number),
        from number in Gen.Choose(int.MinValue, int.MaxValue) select (Message)new Pong(number),
        Gen.Constant((Message)new Shutdown()));

    private static Gen<double?> Optional(Gen<double> generator) =>
        Gen.OneOf(Gen.Constant((double?)null), generator.Select(value => (double?)value));

    private static Gen<T?> OptionalReference<T>(Gen<T> generator)
        where T : class => Gen.OneOf(Gen.Constant((T?)null), generator.Select(value => (T?)value));
}
