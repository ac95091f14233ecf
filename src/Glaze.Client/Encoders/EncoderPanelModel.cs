using System.Globalization;
using Glaze.Client.Dialog;
using Glaze.Client.Engine;
using Glaze.Client.Resources;
using Glaze.Client.Results;
using Glaze.Client.Settings;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Encoders;

/// <summary>
/// The panel of encoders without its window: commands in, states out, all on the dialog's thread; no command blocks. The network is used by
/// <see cref="Install"/> alone, which whoever shows the panel calls only after the artist agreed.
/// </summary>
public sealed class EncoderPanelModel : IDisposable
{
    private readonly CloakRenderer _renderer;
    private readonly LatestPost<ModelsProgress> _progress;
    private readonly SynchronizationContext _context;
    private readonly CancellationTokenSource _closed = new();
    private IReadOnlyList<ModelDescription> _models = [];
    private CancellationTokenSource? _work;
    private bool _isGivenUp;

    /// <summary>Creates the model; nothing is asked yet.</summary>
    /// <param name="renderer">The door to the engine.</param>
    /// <param name="context">The dialog's thread.</param>
    /// <param name="choice">Which encoders are chosen now, as <see cref="EncoderChoice"/> has it.</param>
    public EncoderPanelModel(CloakRenderer renderer, SynchronizationContext context, string choice)
    {
        _renderer = renderer;
        _context = context;
        _progress = new LatestPost<ModelsProgress>(context, ShowProgress);
        Choice = choice;
    }

    /// <summary>Raised on the dialog's thread after <see cref="State"/> or <see cref="Choice"/> changed.</summary>
    public event EventHandler? StateChanged;

    /// <summary>What the panel shows now.</summary>
    public EncoderPanelState State { get; private set; } = new();

    /// <summary>Which encoders are chosen, as <see cref="EncoderChoice"/> has it.</summary>
    public string Choice { get; private set; }

    /// <summary>Whether encoders came or went since the panel was opened, so that the same choice means others.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>Asks which encoders there are.</summary>
    public void Refresh() => Ask(ModelAction.List, "", null, new UserText(TextKey.EncodersListing));

    /// <summary>Fetches one and installs it; goes on where an earlier try stopped.</summary>
    /// <param name="name">The encoder.</param>
    public void Install(string name) => Ask(ModelAction.Install, name, null, new UserText(TextKey.EncoderFetching, FamilyOf(name)));

    /// <summary>Stops a download and keeps what has arrived.</summary>
    public void Pause() => _work?.Cancel();

    /// <summary>Stops a download and removes what has arrived.</summary>
    public void GiveUp()
    {
        _isGivenUp = true;
        _work?.Cancel();
    }

    /// <summary>Installs one from a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">Which encoder it is; empty to tell from the file.</param>
    public void Import(string file, string name = "") => Ask(ModelAction.Import, name, file, new UserText(TextKey.EncoderImporting));

    /// <summary>Reads every byte of one again.</summary>
    /// <param name="name">The encoder.</param>
    public void Verify(string name) => Ask(ModelAction.Verify, name, null, new UserText(TextKey.EncoderVerifying, FamilyOf(name)));

    /// <summary>Removes one, or what arrived of it.</summary>
    /// <param name="name">The encoder.</param>
    public void Remove(string name) => Ask(ModelAction.Remove, name, null, new UserText(TextKey.EncoderRemoving, FamilyOf(name)));

    /// <summary>Computes cloaks on one, or no longer.</summary>
    /// <param name="name">The encoder.</param>
    /// <param name="isChosen">Whether it is to be used.</param>
    public void Choose(string name, bool isChosen)
    {
        Choice = EncoderChoice.With(Choice, _models, name, isChosen);
        Show(State with { Items = Items() });
    }

    /// <summary>Stops what is under way and raises nothing any more.</summary>
    public void Dispose()
    {
        _closed.Cancel();
        _work?.Dispose();
        _work = null;
    }

    private string FamilyOf(string name) => _models.FirstOrDefault(model => model.Name == name)?.Family ?? name;

    private void Ask(ModelAction action, string name, string? file, UserText doing)
    {
        if (State.Busy is not null || _closed.IsCancellationRequested)
        {
            return;
        }

        _isGivenUp = false;
        _work = CancellationTokenSource.CreateLinkedTokenSource(_closed.Token);
        Show(State with { Busy = name, IsFetching = action == ModelAction.Install, Fraction = null, Note = doing, IsError = false });
        Background.Watch(AskAsync(action, name, file, _work.Token), failure => _context.Post(_ => Fail(failure), null));
    }

    private async Task AskAsync(ModelAction action, string name, string? file, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _renderer.AskModelsAsync(
                action, name, file, progress => _progress.Offer(progress, cancellationToken), cancellationToken).ConfigureAwait(true);
            Accept(answer);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await AfterStopAsync(name).ConfigureAwait(true);
        }
        catch (EngineFaultException fault)
        {
            await RelistAsync(new UserText(TextKey.Raw, fault.Fault.Message), isError: true).ConfigureAwait(true);
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }

    private async Task AfterStopAsync(string name)
    {
        if (_closed.IsCancellationRequested)
        {
            return;
        }

        if (_isGivenUp)
        {
            await _renderer.AskModelsAsync(ModelAction.Remove, name, cancellationToken: _closed.Token).ConfigureAwait(true);
        }

        await RelistAsync(new UserText(_isGivenUp ? TextKey.EncoderGivenUp : TextKey.EncoderPaused), isError: false).ConfigureAwait(true);
    }

    private async Task RelistAsync(UserText note, bool isError)
    {
        Accept(await _renderer.AskModelsAsync(ModelAction.List, cancellationToken: _closed.Token).ConfigureAwait(true));
        Show(State with { Note = note, IsError = isError });
    }

    private void Accept(Models answer)
    {
        HasChanged |= _models.Count > 0 && !Ready(_models).SequenceEqual(Ready(answer.Items), StringComparer.Ordinal);
        _models = answer.Items;
        Choice = EncoderChoice.Without(Choice, _models);
        Show(new EncoderPanelState { Items = Items(), Note = answer.Note is { } note ? new UserText(TextKey.Raw, note) : null });
    }

    private static IEnumerable<string> Ready(IReadOnlyList<ModelDescription> models) =>
        models.Where(model => model.State == ModelState.Ready).Select(model => model.Name);

    private void Fail(Exception exception) =>
        Show(State with { Busy = null, IsFetching = false, Fraction = null, Note = ErrorTexts.For(exception), IsError = true });

    private void ShowProgress(ModelsProgress progress) => Show(State with
    {
        Fraction = progress.Total > 0 ? (double)progress.Received / progress.Total : null,
        Note = new UserText(TextKey.EncoderReceived, FamilyOf(State.Busy ?? ""), Size(progress.Received), SizeOf(progress.Total > 0 ? progress.Total : null)),
    });

    private List<EncoderItem> Items() => [.. _models.Select(model => new EncoderItem(model, EncoderChoice.Includes(Choice, model), StateOf(model), About(model)))];

    private static UserText StateOf(ModelDescription model) => model switch
    {
        { BuiltIn: true } => new UserText(TextKey.EncoderBuiltIn),
        { State: ModelState.Ready } => new UserText(TextKey.EncoderInstalled),
        { State: ModelState.Partial } => new UserText(TextKey.EncoderPartial, Size(model.Received)),
        { State: ModelState.Damaged } => new UserText(TextKey.EncoderDamaged),
        { State: ModelState.FileOnly } => new UserText(TextKey.EncoderFileOnly),
        _ => new UserText(TextKey.EncoderNotInstalled),
    };

    private static UserText About(ModelDescription model)
    {
        var size = SizeOf(model.Bytes);
        return model switch
        {
            { BuiltIn: true } => new UserText(TextKey.EncoderAboutBuiltIn),
            { Full: true } => new UserText(TextKey.EncoderAboutFull, model.Name, size, model.Licence ?? "?"),
            _ => new UserText(TextKey.EncoderAbout, model.Name, size, model.Licence ?? "?"),
        };
    }

    /// <summary>A file's size as the panel and its questions write it.</summary>
    /// <param name="bytes">Null where nobody knows it.</param>
    public static UserText SizeOf(long? bytes) => bytes is { } known ? new UserText(TextKey.Raw, Size(known)) : new UserText(TextKey.EncoderSizeUnknown);

    // 1 MB = 1,000,000 bytes, as the publishers count.
    private static string Size(long bytes) => bytes < 1_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0} kB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");

    private void Show(EncoderPanelState state)
    {
        if (!_closed.IsCancellationRequested && state != State)
        {
            State = state;
            StateChanged?.Invoke(this, EventArgs.Empty);
        }
    }
}
