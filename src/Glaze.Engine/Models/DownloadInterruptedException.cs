namespace Glaze.Engine.Models;

/// <summary>A download stopped for a reason that may pass: it is worth trying again from where it stopped.</summary>
internal sealed class DownloadInterruptedException : Exception
{
    public DownloadInterruptedException(string reason, Exception? innerException = null)
        : base(reason, innerException)
    {
    }
}
