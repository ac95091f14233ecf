using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Glaze.Protocol.Framing;
using Glaze.Protocol.Messages;
using Glaze.Protocol.Tests.Messages;

namespace Glaze.Protocol.Tests.Framing;

public sealed class MessageCodecTests
{
    private static readonly CloakRequest Request = new()
    {
        Job = 1,
        Picture = "key",
        PixelsFollow = true,
        Width = 20,
        Height = 10,
        SelectionBounds = new PixelRectangle(2, 3, 4, 5),
        HasSelectionMask = true,
        Intensity = 50,
        Quality = RenderQuality.Balanced,
        Style = CloakRequest.AutoStyle,
        Seed = 7,
        Device = DeviceKind.Auto,
    };

    [Fact]
    public void Decode_EncodedMessage_GivesTheMessageBack()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261122, 1), Prop.ForAll(Arb.From(MessageGenerators.Any), message =>
        {
            var decoded = MessageCodec.Decode(new Frame(message.Kind, MessageCodec.Encode(message)));

            MessageComparer.Difference(message, decoded).ShouldBeNull();
        }));
    }

    [Fact]
    public void Decode_AnyByteReplaced_GivesAMessageOrAProtocolException()
    {
        var mutation = from message in MessageGenerators.Any
                       from position in Gen.Choose(0, 4000)
                       from value in Gen.Choose(0, 255)
                       select (message, position, value);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(20261122, 1), Prop.ForAll(Arb.From(mutation), sample =>
        {
            var payload = MessageCodec.Encode(sample.message);
            payload[sample.position % payload.Length] = (byte)sample.value;

            return IsMessageOrProtocolException(sample.message.Kind, payload);
        }));
    }

    [Fact]
    public void Decode_AnyFieldReplacedByAnyJson_GivesAMessageOrAProtocolException()
    {
        string[] values = ["null", "-1", "0", "1e300", "99999999999", "\"text\"", "[]", "[null]", "{}", "[{}]", "true", "\"Fast, Best\"", "17"];
        var mutation = from message in MessageGenerators.Any
                       from position in Gen.Choose(0, 100)
                       from value in Gen.Elements(values)
                       select (message, position, value);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(20261122, 1), Prop.ForAll(Arb.From(mutation), sample =>
        {
            var json = JsonNode.Parse(MessageCodec.Encode(sample.message))!.AsObject();
            if (json.Count > 0)
            {
                json[json.ElementAt(sample.position % json.Count).Key] = JsonNode.Parse(sample.value);
            }

            return IsMessageOrProtocolException(sample.message.Kind, Encoding.UTF8.GetBytes(json.ToJsonString()));
        }));
    }

    [Fact]
    public void Decode_FieldOfAFutureVersion_IsIgnored()
    {
        var decoded = MessageCodec.Decode(new Frame(FrameKind.Ping, "{\"number\":3,\"colour\":\"red\"}"u8.ToArray()));

        decoded.ShouldBe(new Ping(3));
    }

    [Theory]
    [InlineData("width", "0")]
    [InlineData("width", "65536")]
    [InlineData("job", "0")]
    [InlineData("intensity", "101")]
    [InlineData("intensity", "-1")]
    [InlineData("quality", "17")]
    [InlineData("flat", "9")]
    [InlineData("threads", "-1")]
    [InlineData("style", "null")]
    [InlineData("surrogates", "[null]")]
    [InlineData("selectionBounds", "{\"x\":18,\"y\":0,\"width\":3,\"height\":1}")]
    [InlineData("selectionBounds", "{\"x\":0,\"y\":0,\"width\":0,\"height\":1}")]
    [InlineData("selectionBounds", "{\"x\":1,\"y\":0,\"width\":2147483647,\"height\":1}")]
    [InlineData("preview", "{\"region\":{\"x\":0,\"y\":0,\"width\":1,\"height\":1},\"maxSide\":15,\"refine\":true}")]
    public void Decode_RequestOutOfBounds_NamesTheField(string field, string value)
    {
        var json = JsonNode.Parse(MessageCodec.Encode(Request))!.AsObject();
        json[field] = JsonNode.Parse(value);

        var exception = Should.Throw<ProtocolException>(
            () => MessageCodec.Decode(new Frame(FrameKind.CloakRequest, Encoding.UTF8.GetBytes(json.ToJsonString()))));

        exception.Message.ShouldContain(field == "width" ? "picture" : field, Case.Insensitive);
    }

    [Fact]
    public void Decode_EveryMissingRequiredField_IsAProtocolException()
    {
        string[] optional = ["adapterLuid", "surrogates", "threads", "flat", "language", "preview"];
        var fields = JsonNode.Parse(MessageCodec.Encode(Request))!.AsObject().Select(pair => pair.Key).Except(optional, StringComparer.Ordinal);
        foreach (var field in fields)
        {
            var json = JsonNode.Parse(MessageCodec.Encode(Request))!.AsObject();
            json.Remove(field);

            Should.Throw<ProtocolException>(
                () => MessageCodec.Decode(new Frame(FrameKind.CloakRequest, Encoding.UTF8.GetBytes(json.ToJsonString()))), field);
        }
    }

    [Fact]
    public void Decode_OptionalFieldsMissing_HaveTheirDefaults()
    {
        var json = JsonNode.Parse(MessageCodec.Encode(Request with { Threads = 3, Language = "ja", Surrogates = ["x"] }))!.AsObject();
        foreach (var field in new[] { "adapterLuid", "surrogates", "threads", "flat", "language", "preview" })
        {
            json.Remove(field);
        }

        var decoded = MessageCodec.Decode(new Frame(FrameKind.CloakRequest, Encoding.UTF8.GetBytes(json.ToJsonString())));

        MessageComparer.Difference(Request, decoded).ShouldBeNull();
    }

    [Fact]
    public void Encode_MessageOutOfBounds_IsAnArgumentException()
    {
        Should.Throw<ArgumentException>(() => MessageCodec.Encode(Request with { Intensity = 101 }));
        Should.Throw<ArgumentException>(() => MessageCodec.Encode(new CloakProgress(1, CloakStage.Auditing, double.NaN)));
    }

    [Fact]
    public void Encode_LargestPicture_AnnouncesOneGibibyte()
    {
        var largest = Request with { Width = 16384, Height = 16384, HasSelectionMask = false };

        MessageCodec.Encode(largest);

        largest.Planes.ShouldHaveSingleItem().ByteCount.ShouldBe(1L << 30);
        Should.Throw<ArgumentException>(() => MessageCodec.Encode(largest with { Width = 16385 }));
    }

    [Fact]
    public void Encode_Enumerations_TravelAsNames()
    {
        Encoding.UTF8.GetString(MessageCodec.Encode(Request)).ShouldContain("\"quality\":\"Balanced\"");
    }

    private static bool IsMessageOrProtocolException(FrameKind kind, byte[] payload)
    {
        try
        {
            return MessageCodec.Decode(new Frame(kind, payload)) is not null;
        }
        catch (ProtocolException)
        {
            return true;
        }
    }
}
