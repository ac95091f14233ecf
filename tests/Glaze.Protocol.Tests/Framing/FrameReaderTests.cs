using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using Glaze.Protocol.Framing;
using Glaze.Protocol.Messages;
using Glaze.Protocol.Tests.Messages;

namespace Glaze.Protocol.Tests.Framing;

public sealed class FrameReaderTests
{
    [Fact]
    public void Read_RandomBytes_EndsCleanlyOrWithAProtocolException()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20261122, 1), Prop.ForAll(Arb.From(Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf()), bytes =>
            EndsCleanlyOrWithAProtocolException(bytes)));
    }

    [Fact]
    public void Read_RandomBytesBehindAPlausibleHeader_EndsCleanlyOrWithAProtocolException()
    {
        var hostile = from kind in Gen.Elements(Enum.GetValues<FrameKind>())
                      from length in Gen.Choose(0, 300)
                      from bytes in Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf(200)
                      select (byte[])[.. Header(length, (byte)kind), .. bytes];
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20261122, 1), Prop.ForAll(Arb.From(hostile), bytes =>
            EndsCleanlyOrWithAProtocolException(bytes)));
    }

    [Fact]
    public void Read_StreamCutAnywhere_IsAProtocolExceptionUnlessBetweenMessages()
    {
        var cut = from message in MessageGenerators.Any
                  where message.Planes.Count == 0
                  from position in Gen.Choose(1, 5000)
                  select (message, position);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261122, 1), Prop.ForAll(Arb.From(cut), sample =>
        {
            var stream = new MemoryStream();
            new FrameWriter(stream).Write(sample.message);
            stream.SetLength(sample.position % stream.Length);
            stream.Position = 0;
            var reader = new FrameReader(stream);
            if (stream.Length == 0)
            {
                reader.Read().ShouldBeNull();
            }
            else
            {
                Should.Throw<ProtocolException>(() => reader.Read());
            }
        }));
    }

    [Theory]
    [InlineData(uint.MaxValue, FrameKind.Ping)]
    [InlineData(ProtocolLimits.MaxMessageBytes + 1, FrameKind.CloakRequest)]
    [InlineData(uint.MaxValue, FrameKind.Pixels)]
    [InlineData(ProtocolLimits.MaxChunkBytes + PixelChunk.HeaderBytes + 1, FrameKind.Pixels)]
    public void Read_AbsurdLength_IsAProtocolExceptionWithoutAllocation(uint length, FrameKind kind)
    {
        var bytes = Header(unchecked((int)length), (byte)kind);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var exception = Should.Throw<ProtocolException>(() => new FrameReader(new MemoryStream(bytes)).Read());

        exception.Message.ShouldContain(length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(512 << 10);
    }

    [Fact]
    public void Read_LongestLengthButNoBytes_AllocatesLittle()
    {
        var bytes = Header(ProtocolLimits.MaxChunkBytes, (byte)FrameKind.Pixels);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Should.Throw<ProtocolException>(() => new FrameReader(new MemoryStream(bytes)).Read());

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(512 << 10);
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0x03)]
    [InlineData(0xFF)]
    public void Read_UnknownKind_IsAProtocolException(byte kind)
    {
        Should.Throw<ProtocolException>(() => new FrameReader(new MemoryStream(Header(0, kind))).Read());
    }

    [Fact]
    public void Read_BytesArrivingOneByOne_GivesTheFrame()
    {
        var stream = new MemoryStream();
        new FrameWriter(stream).Write(new Ping(5));

        var frame = new FrameReader(new TricklingStream(stream.ToArray())).Read();

        MessageCodec.Decode(frame.ShouldNotBeNull()).ShouldBe(new Ping(5));
    }

    [Fact]
    public void Read_SeveralFrames_GivesThemInOrderThenNull()
    {
        var stream = new MemoryStream();
        var writer = new FrameWriter(stream);
        writer.Write(new Ping(1));
        writer.Write(new Shutdown());
        stream.Position = 0;
        var reader = new FrameReader(stream);

        reader.Read().ShouldNotBeNull().Kind.ShouldBe(FrameKind.Ping);
        reader.Read().ShouldNotBeNull().Kind.ShouldBe(FrameKind.Shutdown);
        reader.Read().ShouldBeNull();
    }

    private static bool EndsCleanlyOrWithAProtocolException(byte[] bytes)
    {
        var reader = new MessageReader(new MemoryStream(bytes));
        try
        {
            while (reader.Read() is not null)
            {
            }
        }
        catch (ProtocolException)
        {
        }

        return true;
    }

    private static byte[] Header(int length, byte kind)
    {
        var header = new byte[FrameReader.HeaderBytes];
        BinaryPrimitives.WriteInt32LittleEndian(header, length);
        header[4] = kind;
        return header;
    }
}
