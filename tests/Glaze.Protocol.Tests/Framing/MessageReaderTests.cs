using FsCheck;
using FsCheck.Fluent;
using Glaze.Protocol.Framing;
using Glaze.Protocol.Messages;
using Glaze.Protocol.Tests.Messages;

namespace Glaze.Protocol.Tests.Framing;

public sealed class MessageReaderTests : IDisposable
{
    private readonly MemoryStream _stream = new();

    public void Dispose() => _stream.Dispose();

    [Fact]
    public void Read_PictureLargerThanAChunk_GivesEveryByteBack()
    {
        var request = Request(1, 2048, 2000);
        var pixels = Bytes(2048 * 2000 * 4, seed: 1);
        var selection = Bytes(2048 * 2000, seed: 2);
        var writer = new FrameWriter(_stream);
        writer.Write(request);
        writer.WritePixels(1, PixelPlane.Original, pixels);
        writer.WritePixels(1, PixelPlane.Selection, selection);

        var received = Reader().Read().ShouldNotBeNull();

        MessageComparer.Difference(request, received.Message).ShouldBeNull();
        received.Pixels.AsSpan().SequenceEqual(pixels).ShouldBeTrue();
        received.Selection.AsSpan().SequenceEqual(selection).ShouldBeTrue();
    }

    [Fact]
    public void Read_AnyPictureSize_GivesEveryByteBack()
    {
        var sizes = Gen.Sample(Gen.Choose(1, 300).Zip(Gen.Choose(1, 300)), 20);
        foreach (var (width, height) in sizes)
        {
            using var stream = new MemoryStream();
            var writer = new FrameWriter(stream);
            var pixels = Bytes(width * height * 4, seed: width);
            writer.Write(new PreviewUpdate(3, 1, PixelRectangle.Whole(width, height), width, height));
            writer.WritePixels(3, PixelPlane.Preview, pixels);
            stream.Position = 0;

            var received = new MessageReader(stream).Read();

            received.ShouldNotBeNull().Pixels.ShouldBe(pixels);
        }
    }

    [Fact]
    public void Read_PingBetweenChunks_ComesBeforeThePicture()
    {
        var writer = new FrameWriter(_stream);
        writer.Write(Request(1, 4, 1));
        writer.WritePixels(1, PixelPlane.Original, Bytes(16, seed: 1));
        writer.Write(new Ping(9));
        writer.WritePixels(1, PixelPlane.Selection, Bytes(4, seed: 1));
        var reader = Reader();

        reader.Read().ShouldNotBeNull().Message.ShouldBe(new Ping(9));
        reader.Read().ShouldNotBeNull().Message.ShouldBeOfType<CloakRequest>();
        reader.Read().ShouldBeNull();
    }

    [Fact]
    public void Read_CancelAmongThePixels_DropsTheRequestAndItsLateChunks()
    {
        var writer = new FrameWriter(_stream);
        writer.Write(Request(1, 4, 1));
        writer.WritePixels(1, PixelPlane.Original, Bytes(16, seed: 1));
        writer.Write(new CancelRequest(1));
        writer.WritePixels(1, PixelPlane.Selection, Bytes(4, seed: 1));
        writer.Write(new Ping(9));
        var reader = Reader();

        reader.Read().ShouldNotBeNull().Message.ShouldBe(new CancelRequest(1));
        reader.Read().ShouldNotBeNull().Message.ShouldBe(new Ping(9));
        reader.Read().ShouldBeNull();
    }

    [Fact]
    public void Read_MorePixelsThanAnnounced_IsAProtocolException()
    {
        var writer = new FrameWriter(_stream);
        writer.Write(Request(1, 4, 1));
        writer.WritePixels(1, PixelPlane.Original, Bytes(17, seed: 1));

        Should.Throw<ProtocolException>(() => Reader().Read());
    }

    [Fact]
    public void Read_PixelsNobodyAnnounced_IsAProtocolException()
    {
        new FrameWriter(_stream).WritePixels(4, PixelPlane.Preview, Bytes(16, seed: 1));

        Should.Throw<ProtocolException>(() => Reader().Read()).Message.ShouldContain("job 4");
    }

    [Fact]
    public void Read_WrongPlane_IsAProtocolException()
    {
        var writer = new FrameWriter(_stream);
        writer.Write(Request(1, 4, 1));
        writer.WritePixels(1, PixelPlane.Selection, Bytes(4, seed: 1));

        Should.Throw<ProtocolException>(() => Reader().Read());
    }

    [Fact]
    public void Read_GapInThePixels_IsAProtocolException()
    {
        var writer = new FrameWriter(_stream);
        writer.Write(Request(1, 4, 1));
        writer.WritePixels(1, PixelPlane.Original, Bytes(8, seed: 1));
        writer.WritePixels(1, PixelPlane.Original, Bytes(8, seed: 1));

        Should.Throw<ProtocolException>(() => Reader().Read()).Message.ShouldContain("expected Original at 8");
    }

    [Fact]
    public void Read_StreamEndsBeforeTheLastPixel_IsAProtocolException()
    {
        var writer = new FrameWriter(_stream);
        writer.Write(Request(1, 4, 1));
        writer.WritePixels(1, PixelPlane.Original, Bytes(8, seed: 1));

        Should.Throw<ProtocolException>(() => Reader().Read()).Message.ShouldContain("job 1");
    }

    [Fact]
    public void Read_GibibyteAnnouncedButOnePixelSent_AllocatesLittle()
    {
        var writer = new FrameWriter(_stream);
        writer.Write(Request(1, 16384, 16384));
        writer.WritePixels(1, PixelPlane.Original, Bytes(4, seed: 1));
        var reader = Reader();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Should.Throw<ProtocolException>(() => reader.Read());

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4 << 20);
    }

    [Fact]
    public async Task Write_FromManyThreads_TearsNoFrame()
    {
        var writer = new FrameWriter(_stream);
        var writers = Enumerable.Range(1, 4).Select(job => Task.Run(() =>
        {
            for (var i = 0; i < 50; i++)
            {
                writer.Write(new PreviewUpdate(job, 1, PixelRectangle.Whole(10, 10), 10, 10));
                writer.WritePixels(job, PixelPlane.Preview, Enumerable.Repeat((byte)job, 400).ToArray());
            }
        }));

        await Task.WhenAll(writers);

        var reader = Reader();
        var count = 0;
        for (; reader.Read() is { Message: PreviewUpdate update } received; count++)
        {
            received.Pixels.ShouldAllBe(value => value == update.Job);
        }

        count.ShouldBe(200);
    }

    private static CloakRequest Request(int job, int width, int height) => new()
    {
        Job = job,
        Picture = "key",
        PixelsFollow = true,
        Width = width,
        Height = height,
        SelectionBounds = PixelRectangle.Whole(width, height),
        HasSelectionMask = true,
        Intensity = 50,
        Quality = RenderQuality.Fast,
        Style = CloakRequest.AutoStyle,
        Seed = 0,
        Device = DeviceKind.Cpu,
    };

    private static byte[] Bytes(int count, int seed)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private MessageReader Reader()
    {
        _stream.Position = 0;
        return new MessageReader(_stream);
    }
}
