using GlazeEffect.StandInEditor.Imaging;
using PaintDotNet;
using PaintDotNet.AppModel;
using PaintDotNet.Dxgi;
using PaintDotNet.Imaging;

namespace GlazeEffect.StandInEditor.Plugins;

/// <summary>The services a plugin may ask for. Error dialogs are shown and logged.</summary>
internal sealed class HostServices(EditorOptions options, EventLog log, Func<Form> mainWindow)
    : IServiceProvider, IExceptionDialogService, IUserFilesService, IAppInfoService, IDxgiAdapterService2, IShellService, IDisposable
{
    private readonly MemoryImagingFactory _imagingFactory = new();

    public string? UserFilesPath => options.UserFilesFolder;

    public Version AppVersion { get; } = new(5, 109);

    public string InstallDirectory => AppContext.BaseDirectory;

    public AppInstallType InstallType => AppInstallType.Portable;

    public object? GetService(Type serviceType) =>
        serviceType == typeof(IImagingFactory) ? _imagingFactory
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose() => _imagingFactory.Dispose();

    public SafeDxgiAdapter GetRenderingAdapter() => new(ComAdapter.Create(ComAdapter.Luid));

    public string? TryGetUserFilesPath() => options.UserFilesFolder;

    public bool LaunchFolder(IWin32Window? owner, string folderPath) => Launch(folderPath);

    public bool LaunchFolderAndSelectFile(IWin32Window? owner, string filePath) => Launch(filePath);

    public bool LaunchUrl(IWin32Window? owner, string url) => Launch(url);

    private bool Launch(string what)
    {
        log.Write("launched", what);
        return true;
    }

    public void ShowErrorDialog(IWin32Window? owner, Exception exception, ExceptionDetailOptions exceptionDetailOptions = ExceptionDetailOptions.Default) =>
        ShowErrorDialog(owner, exception.Message, exception.ToString());

    public void ShowErrorDialog(
        IWin32Window? owner, string? message, Exception exception, ExceptionDetailOptions exceptionDetailOptions = ExceptionDetailOptions.Default) =>
        ShowErrorDialog(owner, message, exception.ToString());

    public void ShowErrorDialog(IWin32Window? owner, string? message, string detailsText)
    {
        log.Write("error-dialog", $"{message} || {detailsText}");
        var main = mainWindow();
        if (main.InvokeRequired)
        {
            main.Invoke(() => Show(main, message, detailsText));
        }
        else
        {
            Show(owner ?? main, message, detailsText);
        }
    }

    private void Show(IWin32Window owner, string? message, string details)
    {
        using var dialog = new ErrorDialog(message ?? "", details);
        dialog.ShowDialog(owner);
        log.Write("error-dialog-closed");
    }
}
