namespace Glaze.Languages.Tests;

/// <summary>Words fit the controls of GlazeConfigForm.Layout. The tests under Wine look at the dialog itself.</summary>
public sealed class RoomTests
{
    // Pixels of a 96 dpi screen: the column is 300 wide, a button 96, a third of the quality control 100; each less its padding.
    private const double Column = 300;
    private const double Button = 80;
    private const double Segment = 88;
    private const double ZoomSegment = 98;

    // One line of the status bar in the smallest window, 720 wide.
    private const double StatusLine = 364;

    private static readonly (string Key, double Room)[] OneLine =
    [
        ("dialog.Accept", Button), ("dialog.Cancel", Button), ("dialog.Compare", 200), ("dialog.RestoreDefaults", Column),
        ("dialog.IntensityLabel", Column / 2), ("dialog.IntensityLow", 60), ("dialog.IntensityMedium", 60), ("dialog.IntensityHigh", 60),
        ("dialog.QualityLabel", Column), ("dialog.QualityFast", Segment), ("dialog.QualityBalanced", Segment), ("dialog.QualityBest", Segment),
        ("dialog.StyleLabel", Column), ("dialog.DeviceLabel", Column), ("dialog.WholePicture", ZoomSegment), ("dialog.ActualSize", ZoomSegment),
        ("messages.StageLoadingModels", StatusLine), ("messages.StagePaintingTarget", StatusLine), ("messages.StageOptimizing", StatusLine),
        ("messages.StageAuditing", StatusLine), ("messages.StageFinishing", StatusLine),
    ];

    // A meter's title and its verdict share a line.
    private static readonly (string Title, string Verdicts)[] Meters = [("dialog.VisibleChange", "messages.Change"), ("dialog.Protection", "messages.Protection")];

    private static readonly string[] BelowAMeter = ["ChangeFigures", "ProtectionDetail", "ProtectionFigures", "ProtectionFiguresWorst"];

    // The list of styles: a picture, then the name.
    private const double StyleName = 190;

    public static TheoryData<string> Tags => [.. Language.All.Select(language => language.Tag)];

    [Theory]
    [MemberData(nameof(Tags))]
    public void Captions_OfEveryLanguage_FitTheirControls(string tag)
    {
        var language = Language.Of(tag);

        OneLine.Where(entry => TextWidth.Of(language[entry.Key]) > entry.Room)
            .Select(entry => $"{entry.Key}: {TextWidth.Of(language[entry.Key]):0} of {entry.Room:0} pixels").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void QuietButtons_OfEveryLanguage_FitBesideEachOther(string tag)
    {
        const double Insets = 16;
        var language = Language.Of(tag);
        string[] row = ["dialog.HelpButton", "dialog.CopyDetails", "dialog.RestoreDefaults"];

        row.Sum(key => TextWidth.Of(language[key]) + Insets).ShouldBeLessThan(Column);
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Verdicts_OfEveryLanguage_FitBesideTheTitleOfTheirMeter(string tag)
    {
        var language = Language.Of(tag);
        foreach (var (title, verdicts) in Meters)
        {
            var room = Column - TextWidth.Of(language[title]) - 6;

            language.Keys.Where(key => key.StartsWith(verdicts, StringComparison.Ordinal) && !BelowAMeter.Contains(key["messages.".Length..]))
                .Where(key => TextWidth.Of(language[key]) > room)
                .Select(key => $"{key}: {TextWidth.Of(language[key]):0} of {room:0} pixels").ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void StyleNames_OfEveryLanguage_FitTheList(string tag)
    {
        var language = Language.Of(tag);

        language.Keys.Where(key => key.StartsWith("styles.", StringComparison.Ordinal) && TextWidth.Of(language[key]) > StyleName).ShouldBeEmpty();
    }
}
