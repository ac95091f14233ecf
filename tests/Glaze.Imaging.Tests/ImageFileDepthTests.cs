using Glaze.TestKit.Golden;

namespace Glaze.Imaging.Tests;

public sealed class ImageFileDepthTests
{
    public static TheoryData<int, ImageFormat> Layouts => new()
    {
        { 1, ImageFormat.Png }, { 2, ImageFormat.Png }, { 3, ImageFormat.Png }, { 4, ImageFormat.Png },
        { 1, ImageFormat.Tiff }, { 3, ImageFormat.Tiff }, { 4, ImageFormat.Tiff },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Encode_SixteenBitUnchanged_KeepsEveryBit(int bands, ImageFormat format)
    {
        var original = ImageDecoder.Decode(TestFiles.SixteenBit(13, 9, bands, format, Samples(13 * 9 * bands)));
        original.BitDepth.ShouldBe(16);

        var again = ImageDecoder.Decode(ImageEncoder.Encode(original.Pixels, format, original));

        again.BitDepth.ShouldBe(16);
        again.Samples.ShouldBe(original.Samples);
        again.IsGreyscale.ShouldBe(bands < 3);
    }

    [Fact]
    public void Encode_SixteenBitChanged_AddsTheChangeToTheOriginalSamples()
    {
        var original = ImageDecoder.Decode(TestFiles.SixteenBit(2, 1, 3, ImageFormat.Png, [1000, 30001, 65000, 700, 40, 65535]));
        var changed = original.Pixels.Clone();
        changed.Rgba[0] += 2;
        changed.Rgba[1] -= 3;

        var again = ImageDecoder.Decode(ImageEncoder.Encode(changed, ImageFormat.Png, original));

        again.Samples.ShouldBe([1000 + 514, 30001 - 771, 65000, 65535, 700, 40, 65535, 65535]);
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Encode_SixteenBitHalfChanged_KeepsAlphaAndTheRestExactAndTheChangeBounded(int bands, ImageFormat format)
    {
        const int Bound = 8;
        var original = ImageDecoder.Decode(TestFiles.SixteenBit(24, 10, bands, format, Samples(24 * 10 * bands)));
        var changed = original.Pixels.Clone();
        var random = new Random(3);
        for (var i = 0; i < 24 * 10; i += 2)
        {
            var delta = random.Next(-Bound, Bound + 1);
            for (var c = 0; c < 3; c++)
            {
                // Grey changes alike in all three; colour need not.
                var change = bands < 3 ? delta : random.Next(-Bound, Bound + 1);
                changed.Rgba[(4 * i) + c] = (byte)Math.Clamp(changed.Rgba[(4 * i) + c] + change, 0, 255);
            }
        }

        var again = ImageDecoder.Decode(ImageEncoder.Encode(changed, format, original));

        for (var i = 0; i < original.Samples!.Length; i++)
        {
            var difference = Math.Abs(again.Samples![i] - original.Samples[i]);
            difference.ShouldBeLessThanOrEqualTo(i % 4 == 3 || i / 4 % 2 == 1 ? 0 : 257 * Bound, $"sample {i}");
        }
    }

    [Theory]
    [InlineData(ImageFormat.Jpeg)]
    [InlineData(ImageFormat.WebP)]
    public void Encode_SixteenBitToEightBitFormat_RoundsToNearest(ImageFormat format)
    {
        var original = ImageDecoder.Decode(TestFiles.SixteenBit(16, 16, 3, ImageFormat.Tiff, Enumerable.Repeat((ushort)((257 * 90) + 100), 768).ToArray()));

        var again = ImageDecoder.Decode(ImageEncoder.Encode(original.Pixels, format, original));

        again.BitDepth.ShouldBe(8);
        again.Pixels.Rgba[0].ShouldBe((byte)90);
    }

    [Fact]
    public void Decode_PremultipliedTiff_GivesStraightAlpha()
    {
        byte[] straight = [200, 100, 50, 128, 10, 20, 30, 255, 0, 0, 0, 0, 250, 250, 4, 64];

        var loaded = ImageDecoder.Decode(TestFiles.Premultiplied(4, 1, straight));

        ImageDistance.MaxDifference(loaded.Pixels, new PixelBuffer(4, 1, straight)).ShouldBeLessThanOrEqualTo(255 / 64);
        loaded.HasAlpha.ShouldBeTrue();
    }

    private static ushort[] Samples(int count)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, count).Select(_ => (ushort)random.Next(65536))];
    }
}
