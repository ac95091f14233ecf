using Glaze.Engine.Jobs;
using Glaze.Imaging;

namespace Glaze.Engine.Tests.Jobs;

[Trait("Issue", "15")]
public sealed class CloakedPicturesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Has_PictureThatWasAdded_EvenByAnotherProcess()
    {
        var (cloaked, other) = (TestPicture.Create(8, 8), TestPicture.Create(8, 8, 2));
        Pictures().Has(cloaked).ShouldBeFalse();

        Pictures().Add(cloaked);

        Pictures().Has(cloaked.Clone()).ShouldBeTrue();
        Pictures().Has(other).ShouldBeFalse();
    }

    // The same values in another shape are another picture.
    [Fact]
    public void Has_SameBytesInAnotherShape_IsAnother()
    {
        var wide = TestPicture.Create(16, 4);
        Pictures().Add(wide);

        var tall = new PixelBuffer(4, 16);
        wide.Rgba.CopyTo(tall.Rgba.AsSpan());

        Pictures().Has(tall).ShouldBeFalse();
    }

    [Fact]
    public void Add_ManyPictures_KeepsTheNewestAndABoundedFile()
    {
        File.WriteAllLines(Name, Enumerable.Range(0, 20_000).Select(line => $"{line:x32}"));
        var cloaked = TestPicture.Create(8, 8);

        Pictures().Add(cloaked);

        File.ReadAllLines(Name).Length.ShouldBe(10_000);
        Pictures().Has(cloaked).ShouldBeTrue();
    }

    [Fact]
    public void Add_WhereNothingCanBeWritten_IsForgotten()
    {
        var blocked = new CloakedPictures(_folder.Bytes("file", []));

        blocked.Add(TestPicture.Create(8, 8));

        blocked.Has(TestPicture.Create(8, 8)).ShouldBeFalse();
    }

    private string Name => _folder.File(CloakedPictures.FileName);

    private CloakedPictures Pictures() => new(Path.GetDirectoryName(Name)!);
}
