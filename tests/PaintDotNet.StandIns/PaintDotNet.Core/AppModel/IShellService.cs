using System.Windows.Forms;

namespace PaintDotNet.AppModel;

public interface IShellService : IInternalImpl
{
    bool LaunchFolder(IWin32Window? owner, string folderPath);

    bool LaunchFolderAndSelectFile(IWin32Window? owner, string filePath);

    bool LaunchUrl(IWin32Window? owner, string url);
}
