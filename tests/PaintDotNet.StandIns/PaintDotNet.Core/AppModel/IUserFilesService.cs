namespace PaintDotNet.AppModel;

public interface IUserFilesService : IInternalImpl
{
    string? UserFilesPath { get; }

    string? TryGetUserFilesPath();
}
