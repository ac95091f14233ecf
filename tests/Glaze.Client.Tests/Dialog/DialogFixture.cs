using Glaze.Client.Dialog;
using Glaze.Client.Engine;
using Glaze.Client.Pixels;
using Glaze.Client.Results;
using Glaze.Client.Settings;
using Glaze.Client.Tests.Engine;

namespace Glaze.Client.Tests.Dialog;

/// <summary>A dialog model over a fake engine, with a clock and a message loop in the test's hand.</summary>
internal sealed class DialogFixture : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("glaze-dialog-").FullName;

    public DialogFixture(string mode, CloakPicture? picture = null, bool isWarm = true)
    {
        Directory.CreateDirectory(ModelsFolder);
        Engine = new EngineClient(FakeEngines.Options(mode) with { Arguments = [mode, ModelsFolder] });
        Store = new UserSettingsStore(_folder);
        Renderer = new CloakRenderer(Engine, new ResultCache(), Store);
        if (isWarm)
        {
            Engine.StartAsync().GetAwaiter().GetResult();
        }

        Model = Reopen(picture);
    }

    public string ModelsFolder => Path.Combine(_folder, "models");

    public EngineClient Engine { get; }

    public UserSettingsStore Store { get; }

    public CloakRenderer Renderer { get; }

    public ManualTimeProvider Clock { get; } = new();

    public PumpContext Loop { get; } = new();

    public CloakDialogModel Model { get; private set; }

    public List<DialogState> States { get; } = [];

    public DialogState State => Model.State;

    public CloakDialogModel Reopen(CloakPicture? picture = null)
    {
        Model?.Dispose();
        Model = new CloakDialogModel(new DialogOptions
        {
            Renderer = Renderer,
            Picture = picture ?? FakeEngines.Picture(),
            Context = Loop,
            Time = Clock,
        });
        Model.StateChanged += (_, _) => States.Add(Model.State);
        return Model;
    }

    public void Do(Action<CloakDialogModel> command) => Loop.Do(() => command(Model));

    /// <summary>Lets the debounce run out and pumps until the dialog rests in a phase.</summary>
    public void RestUntil(DialogPhase phase)
    {
        Clock.Advance(TimeSpan.FromMilliseconds(120));
        Until(phase);
    }

    public void Until(DialogPhase phase)
    {
        Loop.PumpFor(TimeSpan.FromMilliseconds(1));
        Loop.Until(() => State.Phase == phase, $"phase {phase}");
    }

    public IEnumerable<DialogPhase> Phases()
    {
        DialogPhase? last = null;
        foreach (var state in States.Where(state => state.Phase != last))
        {
            last = state.Phase;
            yield return state.Phase;
        }
    }

    public void Dispose()
    {
        Loop.Do(Model.Dispose);
        Engine.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Directory.Delete(_folder, recursive: true);
    }
}
