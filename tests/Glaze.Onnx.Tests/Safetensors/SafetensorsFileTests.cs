using System.Buffers.Binary;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Glaze.Onnx.Safetensors;

namespace Glaze.Onnx.Tests.Safetensors;

public sealed class SafetensorsFileTests
{
    [Fact]
    public void Open_WhatTheWriterWrote_GivesTensorsAndMetadataBack()
    {
        var tensors = new Dictionary<string, OnnxTensor>
        {
            ["b.weight"] = OnnxTensor.FromFloats([2, 2], [1, 2, 3, 4]),
            ["a"] = OnnxTensor.FromFloats([], [7]),
            ["empty"] = OnnxTensor.FromFloats([0, 3], []),
        };

        var file = SafetensorsFile.Open(SafetensorsWriter.Write(tensors, new Dictionary<string, string> { ["kind"] = "test" }));

        file.Names.ShouldBe(["a", "b.weight", "empty"]);
        file.Tensor("b.weight").ToFloats().ShouldBe([1, 2, 3, 4]);
        file.Tensor("b.weight").Shape.ShouldBe([2, 2]);
        file.Tensor("a").Shape.ShouldBeEmpty();
        file.Metadata["kind"].ShouldBe("test");
    }

    [Theory]
    [InlineData("F16", new byte[] { 0x00, 0x3C, 0x00, 0xC1 }, new[] { 1f, -2.5f })]
    [InlineData("BF16", new byte[] { 0x80, 0x3F, 0x20, 0xC0 }, new[] { 1f, -2.5f })]
    public void Tensor_HalfPrecision_IsWidenedToFloat32(string type, byte[] data, float[] expected)
    {
        var file = SafetensorsFile.Open(Compose("""{"t":{"dtype":"TYPE","shape":[2],"data_offsets":[0,4]}}""".Replace("TYPE", type, StringComparison.Ordinal), data));

        file.Tensor("t").ToFloats().ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"t":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4, "does not take 4 bytes")]
    [InlineData("""{"t":{"dtype":"F32","shape":[1],"data_offsets":[0,8]}}""", 4, "outside the 4 bytes")]
    [InlineData("""{"t":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}""", 4, "outside the 4 bytes")]
    [InlineData("""{"t":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", 4, "outside the 4 bytes")]
    [InlineData("""{"t":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", 4, "negative dimension")]
    [InlineData("""{"t":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,4]}}""", 4, "too large")]
    [InlineData("""{"t":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 8, "cover 4 of the 8 bytes")]
    [InlineData("""{"t":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"u":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4, "starts at byte 0")]
    [InlineData("""{"t":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"t":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "listed twice")]
    [InlineData("""{"t":{"dtype":"Q4","shape":[1],"data_offsets":[0,4]}}""", 4, "'Q4'")]
    [InlineData("""{"t":{"dtype":"F32","shape":[1]}}""", 4, "lacks a dtype")]
    [InlineData("""{"t":{"dtype":"F32","shape":[1e99],"data_offsets":[0,4]}}""", 4, "header")]
    [InlineData("""{"t":3}""", 4, "header")]
    [InlineData("""[1]""", 4, "header")]
    [InlineData("""{"t":""", 4, "header")]
    public void Open_HostileHeader_IsRefusedWithTheReason(string header, int dataLength, string reason)
    {
        var bytes = Compose(header, new byte[dataLength]);

        Should.Throw<InvalidModelException>(() => SafetensorsFile.Open(bytes)).Message.ShouldContain(reason);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    public void Open_TruncatedBeforeTheHeader_IsRefused(int length)
    {
        var bytes = new byte[length];
        bytes.AsSpan().Fill(0xFF);

        Should.Throw<InvalidModelException>(() => SafetensorsFile.Open(bytes));
    }

    [Fact]
    public void Open_AnyCorruptionOfOneByte_GivesAFileOrInvalidModelException()
    {
        var valid = SafetensorsWriter.Write(new Dictionary<string, OnnxTensor> { ["t"] = OnnxTensor.FromFloats([2], [1, 2]) });

        Prop.ForAll<int, byte>((position, value) =>
        {
            var bytes = valid.ToArray();
            bytes[(position & int.MaxValue) % bytes.Length] = value;
            try
            {
                _ = SafetensorsFile.Open(bytes).Names.Count;
            }
            catch (InvalidModelException)
            {
                // The only way to fail.
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(1234, 5679));
    }

    [Fact]
    public void Open_FileOnDisk_ReadsTensorsWhenAskedFor()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        var bytes = SafetensorsWriter.Write(new Dictionary<string, OnnxTensor> { ["a"] = OnnxTensor.FromFloats([1], [5]), ["b"] = OnnxTensor.FromFloats([2], [6, 7]) });
        File.WriteAllBytes(path, bytes);
        try
        {
            var file = SafetensorsFile.Open(path);

            file.Shape("b").ShouldBe([2]);
            file.Tensor("b").ToFloats().ShouldBe([6, 7]);
            File.WriteAllBytes(path, bytes[..^4]);
            Should.Throw<InvalidModelException>(() => file.Tensor("b")).Message.ShouldContain("cut short");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Tensor_UnknownName_IsNamed()
    {
        var file = SafetensorsFile.Open(SafetensorsWriter.Write(new Dictionary<string, OnnxTensor>()));

        Should.Throw<InvalidModelException>(() => file.Tensor("missing.weight")).Message.ShouldContain("missing.weight");
    }

    private static byte[] Compose(string header, byte[] data)
    {
        var json = Encoding.UTF8.GetBytes(header);
        var bytes = new byte[8 + json.Length + data.Length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, json.Length);
        json.CopyTo(bytes, 8);
        data.CopyTo(bytes, 8 + json.Length);
        return bytes;
    }
}
