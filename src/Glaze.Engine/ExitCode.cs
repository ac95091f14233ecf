namespace Glaze.Engine;

/// <summary>Exit codes of the command line; scripts depend on them.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int SomeFailed = 3;
    public const int Cancelled = 130;
}
