namespace Glaze.Engine.Reporting;

/// <summary>Shows how far a batch is.</summary>
internal interface IProgressDisplay
{
    /// <summary>The next picture begins.</summary>
    void Begin(string name);

    /// <summary>The current picture's share, 0..1.</summary>
    void Report(double fraction);

    /// <summary>The current picture is done.</summary>
    void End();

    /// <summary>The current picture has failed or was stopped: what follows says so, and no time passes for a success.</summary>
    void Abandon();

    /// <summary>A picture is passed over.</summary>
    void Skip();

    /// <summary>Shows a line that stays.</summary>
    void Say(string line);

    /// <summary>Writes a result where results go.</summary>
    void Result(TextWriter output, string line);
}
