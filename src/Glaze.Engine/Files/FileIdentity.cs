namespace Glaze.Engine.Files;

/// <summary>What a file or folder is, whatever name it goes by: two names with the same identity are one file.</summary>
/// <param name="Volume">The device or volume it is on.</param>
/// <param name="Number">Its number there.</param>
internal readonly record struct FileIdentity(ulong Volume, UInt128 Number);
