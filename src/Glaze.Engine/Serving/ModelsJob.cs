using Glaze.Engine.Models;
using Glaze.Languages;
using Glaze.Onnx;
using Glaze.Protocol.Framing;
using Glaze.Protocol.Messages;

namespace Glaze.Engine.Serving;

/// <summary>What the dialog does with encoders: lists, fetches, imports, verifies and removes them.</summary>
internal sealed class ModelsJob(FrameWriter writer, ModelCatalog models)
{
    private readonly Lock _changing = new();

    private ModelStore Store => models.Store;

    /// <summary>Does what is asked and answers with what there is; cancellation and failures leave as exceptions.</summary>
    public void Run(ModelsRequest request, CancellationToken cancellationToken)
    {
        string? note = null;
        string? damaged = null;
        if (request.Action != ModelAction.List)
        {
            // One change at a time; a list need not wait for a download.
            while (!_changing.TryEnter(TimeSpan.FromMilliseconds(50)))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            try
            {
                (note, damaged) = Change(request, cancellationToken);
            }
            finally
            {
                _changing.Exit();
            }
        }

        writer.Write(new Protocol.Messages.Models(request.Job, [.. ModelMessages.List(models, damaged)], note));
    }

    /// <summary>A failure as a sentence for someone who sees a dialog.</summary>
    public string Explain(ModelsRequest request, Exception exception)
    {
        var entry = Store.Manifest.Find(request.Model);
        return Language.Of(request.Language).Format($"encoders.{TroubleOf(exception)}", entry?.StandsFor ?? request.Model, entry?.Url?.Host, Store.Folder.Root);
    }

    private (string? Note, string? Damaged) Change(ModelsRequest request, CancellationToken cancellationToken)
    {
        var installer = new ModelInstaller(Store.Folder, Store.Manifest);
        switch (request.Action)
        {
            case ModelAction.Install:
                using (var client = ModelDownload.CreateClient())
                {
                    var progress = new ModelsReporter(writer, request.Job);
                    installer.InstallAsync(Store.Manifest.Get(request.Model), new ModelDownload(client, Store.Downloads), progress, cancellationToken).GetAwaiter().GetResult();
                }

                return (null, null);
            case ModelAction.Import:
                installer.Import(request.File!, request.Model.Length == 0 ? null : request.Model, cancellationToken);
                return (null, null);
            case ModelAction.Verify:
                var model = Store.Folder.Find(request.Model) ?? throw Missing(request.Model);
                var isWhole = ModelVerification.Problem(model, Store, cancellationToken) is null;
                var name = Store.Manifest.Find(model.Id)?.StandsFor ?? model.Id;
                return (Language.Of(request.Language).Format(isWhole ? "encoders.Whole" : "encoders.Damaged", name), isWhole ? null : model.Id);
            default:
                return Store.Folder.Remove(request.Model, forget: false) ? (null, null) : throw Missing(request.Model);
        }
    }

    private static UserException Missing(string name) => new($"{name} is not installed.") { Trouble = ModelTrouble.Missing };

    private static ModelTrouble TroubleOf(Exception exception) => Failure.Cause(exception) switch
    {
        UserException { Trouble: { } trouble } => trouble,
        ModelIntegrityException integrity => integrity.IsOfImport ? ModelTrouble.OtherFile : ModelTrouble.Replaced,
        InvalidModelException => ModelTrouble.NotAModel,
        IOException or UnauthorizedAccessException => ModelTrouble.Disk,
        _ => ModelTrouble.Refused,
    };
}
