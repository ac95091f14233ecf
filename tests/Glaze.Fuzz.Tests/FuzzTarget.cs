namespace Glaze.Fuzz.Tests;

/// <summary>A parser that reads what others wrote.</summary>
/// <param name="Name">What figures call it.</param>
/// <param name="Files">Good files that hostile ones are made of.</param>
/// <param name="Parse">Reads a file and uses what it holds.</param>
/// <param name="IsDocumented">Whether an exception is the one that the parser promises for bad content.</param>
/// <param name="BytesPerByte">Most managed bytes it may allocate for each byte of the file.</param>
/// <param name="BytesAlways">Most managed bytes it may allocate besides.</param>
/// <param name="ShortCount">Files of the short run.</param>
/// <param name="Repair">Makes every other file pass its format's checksums; null where there are none.</param>
internal sealed record FuzzTarget(
    string Name,
    IReadOnlyList<byte[]> Files,
    Action<byte[]> Parse,
    Func<Exception, bool> IsDocumented,
    long BytesPerByte,
    long BytesAlways,
    int ShortCount,
    Func<byte[], byte[]>? Repair = null);
