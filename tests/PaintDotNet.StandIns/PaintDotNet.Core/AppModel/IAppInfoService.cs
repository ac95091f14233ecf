namespace PaintDotNet.AppModel;

public interface IAppInfoService : IInternalImpl
{
    Version AppVersion { get; }

    string InstallDirectory { get; }

    AppInstallType InstallType { get; }
}
