using Glaze.Cloaking.Audit;
using Glaze.Languages;
using Glaze.Protocol.Messages;
using AlgorithmFlat = Glaze.Cloaking.Budget.FlatColour;
using AlgorithmGrade = Glaze.Cloaking.Audit.ProtectionGrade;
using AlgorithmStage = Glaze.Cloaking.CloakStage;
using ProtectionGrade = Glaze.Protocol.Messages.ProtectionGrade;
using VisibleChange = Glaze.Protocol.Messages.VisibleChange;

namespace Glaze.Engine.Jobs;

/// <summary>
/// The one translation between what the algorithm says and the protocol's records, which messages and reports share. Neither of the two
/// projects knows the other; <see cref="Qualities"/> and <see cref="Devices"/> are the tables of what has a word on the command line too.
/// </summary>
internal static class Translation
{
    /// <summary>How visible a change is; no change at all has no signal-to-noise ratio.</summary>
    public static VisibleChange Of(Cloaking.Audit.VisibleChange change) => new(double.IsFinite(change.Psnr) ? change.Psnr : null, change.LargestChange);

    /// <summary>What encoders see of a cloak that was computed on some of them.</summary>
    public static ProtectionFigures Of(ProtectionAudit audit, Language language)
    {
        var verdict = ProtectionVerdict.Of(audit);
        var worst = verdict.Weakest.Worst;
        return new ProtectionFigures(
            audit.Encoders.Where(encoder => encoder.UsedForCloak == true).Average(encoder => encoder.Shift!.Value),
            worst?.Shift,
            worst is { } purifier ? Names.Of(purifier.Purifier, language) : null,
            verdict.Families.Select(Of).ToList(),
            Of(verdict.Grade),
            VerdictText.Of(verdict, language));
    }

    /// <summary>What one family of models sees.</summary>
    public static FamilyFigures Of(FamilyShift family) =>
        new(family.Family, family.Shift, family.Worst?.Shift, Of(ProtectionVerdict.GradeOf(family.Least)));

    /// <summary>A grade that was judged.</summary>
    public static ProtectionGrade Of(AlgorithmGrade grade) => grade switch
    {
        AlgorithmGrade.Strong => ProtectionGrade.Strong,
        AlgorithmGrade.Moderate => ProtectionGrade.Moderate,
        AlgorithmGrade.Weak => ProtectionGrade.Weak,
        _ => ProtectionGrade.None,
    };

    /// <summary>What the artist is told of a stage of the algorithm.</summary>
    public static CloakStage Of(AlgorithmStage stage) => stage switch
    {
        AlgorithmStage.ChoosingStyle or AlgorithmStage.RenderingTarget => CloakStage.PaintingTarget,
        AlgorithmStage.Optimizing => CloakStage.Optimizing,
        _ => CloakStage.Finishing,
    };

    /// <summary>What flat colour may carry, as a message asks for it.</summary>
    public static AlgorithmFlat Of(FlatColour flat) => flat == FlatColour.Grain ? AlgorithmFlat.Grain : AlgorithmFlat.Clean;
}
