using Glaze.Engine.Commands;
using Glaze.Engine.Models;
using Glaze.Languages;
using Glaze.TestKit.Models;

namespace Glaze.Engine.Tests.Models;

/// <summary>Importing, listing, verifying and removing, and the encoders that come of it.</summary>
public sealed class ModelsFolderTests : IDisposable
{
    private static readonly byte[] Content = SyntheticEncoder.Tiny();

    private readonly TemporaryFolder _folder = new();
    private readonly ModelStore _store;

    public ModelsFolderTests() => _store = new(
        new ModelFolder(_folder.File("models")),
        new ModelManifest(
            1,
            [
                TestModels.Entry(url: null, Content),
                TestModels.Entry(url: null) with { Id = "unpublished" },
                TestModels.Entry(url: null) with { Id = "distance", Kind = ModelKind.Perceptual },
            ]),
        DownloadSettings.Default);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Import_FileOfAPublishedHash_IsThatModel()
    {
        var run = Run("import", _folder.Bytes("whatever.bin", Content));

        run.Output.ShouldBe($"tiny {TestModels.Hash(Content)}{Environment.NewLine}", run.Errors);
        File.ReadAllBytes(_store.Folder.FileOf("tiny")).ShouldBe(Content);
    }

    [Fact]
    public void Import_WriteProtectedFile_CanBeRemovedAgain()
    {
        var file = _folder.Bytes("a.safetensors", Content);
        File.SetAttributes(file, FileAttributes.ReadOnly);

        Run("import", file).ExitCode.ShouldBe(0);

        File.GetAttributes(_store.Folder.FileOf("tiny")).HasFlag(FileAttributes.ReadOnly).ShouldBeFalse("Windows deletes no file that is write-protected.");
        Run("remove", "tiny").ExitCode.ShouldBe(0);
        File.Exists(_store.Folder.FileOf("tiny")).ShouldBeFalse();
        File.GetAttributes(file).HasFlag(FileAttributes.ReadOnly).ShouldBeTrue("the user's own file stays as it was");
        File.SetAttributes(file, FileAttributes.Normal);
    }

    [Fact]
    public void Import_AsAModelOfAnotherHash_IsRefused()
    {
        var run = Run("import", _folder.Bytes("other.safetensors", SyntheticEncoder.Tiny(seed: 2)), "--as", "tiny");

        run.ExitCode.ShouldBe(1);
        run.Sentence.ShouldContain("is not the published tiny");
        _store.Folder.List().ShouldBeEmpty();
    }

    [Fact]
    public void Import_AsAModelOfNoPublishedHash_PinsIt()
    {
        Run("import", _folder.Bytes("a.safetensors", Content), "--as", "unpublished").ExitCode.ShouldBe(0);
        Run("remove", "unpublished").ExitCode.ShouldBe(0);

        var run = Run("import", _folder.Bytes("b.safetensors", SyntheticEncoder.Tiny(seed: 2)), "--as", "unpublished");

        run.ExitCode.ShouldBe(1);
        run.Sentence.ShouldContain("SHA-256");
        Run("import", _folder.Bytes("a.safetensors", Content), "--as", "unpublished").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Import_UnknownEncoder_IsUsableUnderItsOwnName()
    {
        Run("import", _folder.Bytes("My VAE.safetensors", SyntheticEncoder.Tiny(16))).Output.ShouldStartWith("my-vae ");

        var encoder = new ModelCatalog(_store).Ensemble(["my-vae"]).Encoders.ShouldHaveSingleItem();

        encoder.LatentChannels.ShouldBe(16);
        encoder.StandsFor.ShouldBe("FLUX.1 or Stable Diffusion 3");
    }

    [Fact]
    public void Import_SomethingElse_IsRefusedInOneSentence()
    {
        var run = Run("import", _folder.Text("notes.txt", "not a model"));

        run.ExitCode.ShouldBe(1);
        run.Sentence.ShouldContain("notes.txt cannot be used as an encoder");
        Directory.Exists(_store.Folder.Root).ShouldBeFalse();
    }

    [Fact]
    public void Import_NoSuchFile_NamesIt() => Run("import", "nowhere.safetensors").Sentence.ShouldContain("nowhere.safetensors does not exist");

    [Fact]
    public void Ensemble_ModelInstalled_IsComputedOnBesideTheEmbeddedOnes()
    {
        Run("import", _folder.Bytes("a.safetensors", Content));

        var catalog = new ModelCatalog(_store);

        catalog.Ensemble([]).StandsFor.ShouldContain("Test Diffusion");
        catalog.Ensemble(["tiny"]).StandsFor.ShouldBe(["Test Diffusion"]);
        catalog.Descriptions(Language.Of("ja")).ShouldBe([("glaze-mini", "GlazeEffect 内蔵"), ("tiny", "Test Diffusion")]);
    }

    [Fact]
    public void Perceptual_LpipsImported_IsAtHand()
    {
        new ModelCatalog(_store).Perceptual.ShouldBeNull();

        Run("import", _folder.Bytes("lpips.safetensors", TestModels.TinyLpips()), "--as", "distance").ExitCode.ShouldBe(0);

        new ModelCatalog(_store).Perceptual.ShouldNotBeNull().Backbone.ShouldBe("AlexNet");
        new ModelCatalog(_store).Names.ShouldNotContain("distance");
        Run("verify", "distance").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Ensemble_ModelDamaged_IsLeftOutUntilNamed()
    {
        Run("import", _folder.Bytes("a.safetensors", Content));
        File.WriteAllBytes(_store.Folder.FileOf("tiny"), Content[..^4]);

        var catalog = new ModelCatalog(_store);

        catalog.Ensemble([]).StandsFor.ShouldNotContain("Test Diffusion");
        Should.Throw<UserException>(() => catalog.Ensemble(["tiny"])).Message.ShouldContain("glaze models verify tiny");
    }

    [Fact]
    [Trait("Issue", "15")]
    public void Ensemble_ModelExchangedForOneOfTheSameSize_IsLeftOutUntilNamed()
    {
        Run("import", _folder.Bytes("a.safetensors", Content));
        var catalog = new ModelCatalog(_store);
        catalog.Ensemble([]).StandsFor.ShouldContain("Test Diffusion");

        File.WriteAllBytes(_store.Folder.FileOf("tiny"), SyntheticEncoder.Tiny(seed: 2));
        File.SetLastWriteTimeUtc(_store.Folder.FileOf("tiny"), new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        catalog.Ensemble([]).StandsFor.ShouldNotContain("Test Diffusion");
        catalog.Others(catalog.Ensemble([])).ShouldBeEmpty();
        Should.Throw<UserException>(() => catalog.Ensemble(["tiny"])).Message.ShouldContain("glaze models verify tiny");
    }

    [Fact]
    public void Perceptual_ExchangedForOneOfTheSameSize_IsLeftOut()
    {
        Run("import", _folder.Bytes("lpips.safetensors", TestModels.TinyLpips()), "--as", "distance").ExitCode.ShouldBe(0);
        var other = TestModels.TinyLpips();
        other[^1] ^= 1;
        File.WriteAllBytes(_store.Folder.FileOf("distance"), other);

        new ModelCatalog(_store).Perceptual.ShouldBeNull();
    }

    [Fact]
    public void List_RecordHeldByAnotherProgram_LeavesItOutAndGoesOn()
    {
        Run("import", _folder.Bytes("a.safetensors", Content));
        Run("import", _folder.Bytes("mine.safetensors", SyntheticEncoder.Tiny(16)));

        using (new FileStream(Path.Combine(_store.Folder.Root, "tiny.json"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            _store.Folder.List().Select(model => model.Id).ShouldBe(["mine"]);
            new ModelCatalog(_store).Names.ShouldContain("mine");
            Should.Throw<IOException>(() => _store.Folder.Record("tiny"), "A pinned hash that cannot be read is not the same as none.");
        }
    }

    [Fact]
    public void Find_RecordThatMayNotBeRead_IsNone()
    {
        Run("import", _folder.Bytes("a.safetensors", Content));
        File.Delete(Path.Combine(_store.Folder.Root, "tiny.json"));
        Directory.CreateDirectory(Path.Combine(_store.Folder.Root, "tiny.json"));

        _store.Folder.Find("tiny").ShouldBeNull();
    }

    [Fact]
    public void Verify_Unchanged_SaysSo()
    {
        Run("import", _folder.Bytes("a.safetensors", Content));

        var run = Run("verify");

        run.ExitCode.ShouldBe(0);
        run.Output.Trim().ShouldBe("tiny: unchanged");
    }

    [Theory]
    [InlineData(4, "bytes instead of")]
    [InlineData(0, "changed (SHA-256")]
    public void Verify_Damaged_Fails(int cut, string words)
    {
        Run("import", _folder.Bytes("a.safetensors", Content));
        var damaged = Content[..^cut].ToArray();
        damaged[^1] ^= 1;
        File.WriteAllBytes(_store.Folder.FileOf("tiny"), damaged);

        var run = Run("verify", "tiny");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain(words);
    }

    [Fact]
    public void List_OneInstalled_ShowsStateSizeLicenceAndMeaning()
    {
        Run("import", _folder.Bytes("a.safetensors", Content));

        var lines = Run("list").Output.Split(Environment.NewLine);

        lines[0].ShouldStartWith("glaze-mini   built in");
        lines[1].ShouldMatch(@"^tiny +installed +\d+(\.\d)? kB +Test Licence 1\.0 +Test Diffusion \(TAESD\)$");
        lines[2].ShouldMatch("^unpublished +import only");
    }

    [Fact]
    public void Verify_NothingInstalled_SaysSo()
    {
        var run = Run("verify");

        run.ExitCode.ShouldBe(0);
        run.Sentence.ShouldContain("No models are installed");
    }

    [Fact]
    public void Remove_Installed_IsGone()
    {
        Run("import", _folder.Bytes("a.safetensors", Content));

        Run("remove", "tiny").Output.Trim().ShouldBe("tiny");

        _store.Folder.List().ShouldBeEmpty();
        Run("remove", "tiny").Sentence.ShouldContain("tiny is not installed");
    }

    [Fact]
    public void Remove_PathInsteadOfAName_TouchesNothing()
    {
        var precious = _folder.Bytes("precious.safetensors", [1]);

        Run("remove", "../precious").ExitCode.ShouldBe(2);

        File.Exists(precious).ShouldBeTrue();
    }

    private GlazeRun Run(params string[] words)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = CommandLine.Run(["models", .. words], new CommandContext(output, errors, CancellationToken.None) { Answers = null, Models = _store });
        return new GlazeRun(code, output.ToString(), errors.ToString());
    }
}
