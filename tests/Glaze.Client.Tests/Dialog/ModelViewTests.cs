using Glaze.Client.Dialog;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Tests.Dialog;

public sealed class ModelViewTests
{
    [Fact]
    public void SetView_ModelBeforeAPreview_IsLookedAtWhenThatIsThere()
    {
        using var dialog = new DialogFixture("Normal");
        dialog.Do(model => model.SetView(DialogView.Model));
        dialog.Do(model => model.Open());

        dialog.RestUntil(DialogPhase.Idle);
        dialog.Loop.Until(() => dialog.State.ModelView is not null, "what a model sees");

        dialog.State.ModelView!.ShouldSatisfyAllConditions(
            view => view.Original.ShouldBe([0, 1, 2, 3, 4, 5, 6, 7]),
            view => view.Cloaked.ShouldBe([8, 9, 10, 11, 12, 13, 14, 15]),
            view => view.Family.ShouldBe("Fake Diffusion"),
            view => view.IsEstimate.ShouldBeTrue());
    }

    [Fact]
    public void Change_WhileAModelsViewIsShown_LooksAnewAtTheNextPreview()
    {
        using var dialog = new DialogFixture("Normal");
        dialog.Do(model => model.Open());
        dialog.RestUntil(DialogPhase.Idle);
        dialog.State.ModelView.ShouldBeNull();
        dialog.Do(model => model.SetView(DialogView.Model));
        dialog.Loop.Until(() => dialog.State.ModelView is not null, "what a model sees");
        var before = dialog.State.ModelView;

        dialog.Do(model => model.SetFlat(FlatColour.Grain));
        dialog.State.ModelView.ShouldBeNull();
        dialog.RestUntil(DialogPhase.Idle);
        dialog.Loop.Until(() => dialog.State.ModelView is not null, "what a model sees now");

        dialog.State.ModelView.ShouldNotBeSameAs(before);
    }
}
