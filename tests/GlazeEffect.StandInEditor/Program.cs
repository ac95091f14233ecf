using System.Globalization;
using GlazeEffect.StandInEditor.Plugins;
using PaintDotNet;

namespace GlazeEffect.StandInEditor;

internal static class Program
{
    [STAThread]
    private static int Main(string[] args)
    {
        var options = EditorOptions.Parse(args);
        using var log = new EventLog(options.LogFile);
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(options.Language);
            CultureInfo.CurrentUICulture = new CultureInfo(options.Language);
            CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture;
            CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture;
            AppTheme.IsDark = options.IsDark;
            Application.SetHighDpiMode(HighDpiMode.SystemAware);
            Application.EnableVisualStyles();
            Application.SetCompatibleTextRenderingDefault(false);
            Application.SetUnhandledExceptionMode(UnhandledExceptionMode.CatchException);
            Application.ThreadException += (_, e) => log.Write("unhandled", e.Exception.ToString());
            AppDomain.CurrentDomain.UnhandledException += (_, e) => log.Write("unhandled", e.ExceptionObject.ToString() ?? "");
            using var window = new EditorWindow(options, log);
            Application.Run(window);
            log.Write("exit", "0");
            return 0;
        }
        catch (Exception failure)
        {
            log.Write("unhandled", failure.ToString());
            return 1;
        }
    }
}
