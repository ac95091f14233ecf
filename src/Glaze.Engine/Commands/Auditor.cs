using Glaze.Cloaking.Audit;
using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Objectives;
using Glaze.Engine.Jobs;
using Glaze.Engine.Models;
using Glaze.Engine.Reporting;
using Glaze.Imaging;

namespace Glaze.Engine.Commands;

/// <summary>Reads the pictures of an audit, checks that they belong together and measures them.</summary>
internal static class Auditor
{
    private const string Extension = ".safetensors";

    // A target saved at another size has the same shape up to rounding.
    private const double ShapeTolerance = 0.02;

    /// <summary>Measures.</summary>
    /// <exception cref="UserException">The pictures do not belong together, or an encoder is not known.</exception>
    public static AuditReport Run(AuditRequest request, CommandContext context)
    {
        var models = new ModelCatalog(context.Models);
        var ensemble = Ensemble(request.Encoders, models);
        var original = PictureSource.Load(request.Original, context).Pixels;
        var cloaked = PictureSource.Load(request.Cloaked, context).Pixels;
        CheckSize(request, original, cloaked);
        var target = request.Target is { } path ? Target(path, original, request.Original, context) : null;
        var change = VisibleChange.Measure(original, cloaked);
        using var engine = new CloakingEngine(models);
        AuditReport? report = null;
        ProgressDisplay.Run(context.Errors, 1, display =>
        {
            display.Begin("Audit");
            var progress = new SynchronousProgress<double>(display.Report);
            report = engine.Run(ensemble, request.Device, sessions => AuditReport.Create(
                request, original, ensemble, change, ProtectionAudit.Full(sessions, original, cloaked, target, progress, context.CancellationToken)));
            display.End();
            return ExitCode.Done;
        });
        return report!;
    }

    private static SurrogateEnsemble Ensemble(IReadOnlyList<string> names, ModelCatalog models)
    {
        if (names.Count == 0)
        {
            return models.Ensemble([]);
        }

        var encoders = names
            .SelectMany(name => name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) || File.Exists(name) ? OpenFile(name) : models.Ensemble([name]).Encoders)
            .DistinctBy(encoder => encoder.Name)
            .ToList();
        return new SurrogateEnsemble(encoders);
    }

    private static IReadOnlyList<SurrogateEncoder> OpenFile(string path) => File.Exists(path)
        ? EncoderFile.OpenAll(path)
        : throw new UserException($"{path} does not exist; name a safetensors file, or an encoder that \"glaze models list\" shows.");

    private static void CheckSize(AuditRequest request, PixelBuffer original, PixelBuffer cloaked)
    {
        if (original.Width != cloaked.Width || original.Height != cloaked.Height)
        {
            throw new UserException(
                $"{request.Original} is {original.Width}×{original.Height} but {request.Cloaked} is {cloaked.Width}×{cloaked.Height}; an audit compares a picture with its own cloak, which has the same size.");
        }
    }

    private static PlanarImage Target(string path, PixelBuffer original, string originalPath, CommandContext context)
    {
        var target = PictureSource.Load(path, context).Pixels;
        var shape = target.Width * (double)original.Height / (target.Height * (double)original.Width);
        var isRounding = Math.Abs(target.Width - (original.Width * (double)target.Height / original.Height)) < 1
            || Math.Abs(target.Height - (original.Height * (double)target.Width / original.Width)) < 1;
        return Math.Abs(shape - 1) <= ShapeTolerance || isRounding
            ? PlanarImage.FromPixels(target, (1, 1, 1))
            : throw new UserException(
                $"{path} is {target.Width}×{target.Height}, which is not the shape of {originalPath} ({original.Width}×{original.Height}); name the target that \"glaze cloak --target-image\" saved for this picture.");
    }
}
