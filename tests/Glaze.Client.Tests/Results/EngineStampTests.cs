using Glaze.Client.Results;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Tests.Results;

public sealed class EngineStampTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("glaze-stamp-").FullName;

    private string Engine => Path.Combine(_folder, "glaze");

    private string Models => Path.Combine(_folder, "models");

    public EngineStampTests()
    {
        Directory.CreateDirectory(Models);
        File.WriteAllText(Engine, "program");
        File.WriteAllText(Path.Combine(Models, "taesd.safetensors"), "weights");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Of_NothingChanged_IsTheSame() => Stamp("1.0").ShouldNotBeNull().ShouldBe(Stamp("1.0"));

    [Fact]
    public void Of_ModelInstalled_IsAnother()
    {
        var before = Stamp("1.0");

        File.WriteAllText(Path.Combine(Models, "taef1.safetensors"), "more weights");

        Stamp("1.0").ShouldNotBe(before);
    }

    [Fact]
    public void Of_ModelReplacedByOneOfTheSameSize_IsAnother()
    {
        var before = Stamp("1.0");
        var file = Path.Combine(Models, "taesd.safetensors");
        var time = File.GetLastWriteTimeUtc(file);

        File.WriteAllText(file, "WEIGHTS");
        File.SetLastWriteTimeUtc(file, time.AddSeconds(2));

        Stamp("1.0").ShouldNotBe(before);
    }

    [Fact]
    public void Of_ModelRemoved_IsAnother()
    {
        var before = Stamp("1.0");

        File.Delete(Path.Combine(Models, "taesd.safetensors"));

        Stamp("1.0").ShouldNotBe(before);
    }

    [Fact]
    public void Of_OtherEngine_IsAnother()
    {
        var before = Stamp("1.0");

        Stamp("1.1").ShouldNotBe(before);
        File.WriteAllText(Engine, "another program");
        Stamp("1.0").ShouldNotBe(before);
    }

    [Fact]
    public void Of_ModelUnderWay_IsTheSameUntilItIsThere()
    {
        var before = Stamp("1.0");

        File.WriteAllText(Path.Combine(Models, "taef1.partial"), "half");

        Stamp("1.0").ShouldBe(before);
    }

    [Fact]
    public void Of_WhatCannotBeKnown_IsNull()
    {
        EngineStamp.Of(Engine, null).ShouldBeNull();
        EngineStamp.Of(Path.Combine(_folder, "no such engine"), Welcome("1.0")).ShouldBeNull();
    }

    private string? Stamp(string version) => EngineStamp.Of(Engine, Welcome(version));

    private Welcome Welcome(string version) => new(1, version, [], [], []) { ModelsFolder = Models };
}
