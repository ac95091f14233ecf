using Glaze.Engine.Files;

namespace Glaze.Engine.Tests.Files;

public sealed class UnixFileStatusTests
{
    // struct stat of 64-bit macOS: st_dev (32 bits), st_mode, st_nlink (16 bits each), st_ino (64 bits), st_uid, st_gid, ...
    [Theory]
    [InlineData(0x81A4, true)]
    [InlineData(0x41ED, false)]
    [InlineData(0x11A4, false)]
    [Trait("Issue", "15")]
    public void FromMac_AppleLayout_HasVolumeNumberAndKind(int mode, bool isOrdinary)
    {
        var bytes = new byte[144];
        Array.Fill(bytes, (byte)0xEE);
        BitConverter.TryWriteBytes(bytes.AsSpan(0), 0x0100_0011u);
        BitConverter.TryWriteBytes(bytes.AsSpan(4), (ushort)mode);
        BitConverter.TryWriteBytes(bytes.AsSpan(8), 0x1_2345_6789UL);

        var status = UnixFileStatus.FromMac(bytes);

        status.ShouldBe(new UnixFileStatus(0x0100_0011, 0x1_2345_6789, mode));
        status.IsOrdinaryFile.ShouldBe(isOrdinary);
    }
}
