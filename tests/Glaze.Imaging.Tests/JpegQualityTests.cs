using Glaze.Imaging.Files;

namespace Glaze.Imaging.Tests;

public sealed class JpegQualityTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(49)]
    [InlineData(50)]
    [InlineData(75)]
    [InlineData(88)]
    [InlineData(95)]
    [InlineData(99)]
    [InlineData(100)]
    public void Estimate_FileOfStandardTables_IsExact(int quality)
    {
        using var file = new MemoryStream(Encode(quality));

        JpegQuality.Estimate(file).ShouldBe(quality);
    }

    // Tables of a program's own: every value of quality 90 off by one comes out near 90.
    [Fact]
    public void Estimate_TablesOfItsOwn_ComesNear()
    {
        var bytes = Encode(90);
        for (var at = 0; at < bytes.Length - 69; at++)
        {
            if (bytes[at] == 0xFF && bytes[at + 1] == 0xDB)
            {
                for (var i = at + 5; i < at + 69; i++)
                {
                    bytes[i]++;
                }
            }
        }

        using var file = new MemoryStream(bytes);
        JpegQuality.Estimate(file)!.Value.ShouldBeInRange(80, 92);
    }

    [Fact]
    public void Estimate_FileThatIsNoJpegOrEndsEarly_IsNullOrANumber()
    {
        var bytes = Encode(80);
        var tables = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDB]);
        for (var length = 0; length < tables + 60; length++)
        {
            using var file = new MemoryStream(bytes, 0, length);
            JpegQuality.Estimate(file).ShouldBeNull();
        }

        using var other = new MemoryStream(ImageEncoder.Encode(new PixelBuffer(4, 4), ImageFormat.Png));
        JpegQuality.Estimate(other).ShouldBeNull();
    }

    private static byte[] Encode(int quality) => ImageEncoder.Encode(TestPictures.Scene(40, 32), ImageFormat.Jpeg, quality: quality);
}
