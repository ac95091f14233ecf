using Glaze.Benchmarks.Mimicry.Pictures;

namespace Glaze.Benchmarks.Mimicry.Tests.Pictures;

public sealed class GalleryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("glaze-mimicry-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Sets_OfAnArtist_ShareNoPictureAndHoldOutAThird()
    {
        Fill("artist", 19);

        var gallery = new Gallery(_folder);

        gallery.Trained.Count.ShouldBe(13);
        gallery.HeldOut.Count.ShouldBe(6);
        gallery.Trained.Select(file => file.Name).Intersect(gallery.HeldOut.Select(file => file.Name)).ShouldBeEmpty();
    }

    [Fact]
    public void Others_WithoutTheirFolder_SayWhatFillsIt()
    {
        Should.Throw<DirectoryNotFoundException>(() => new Gallery(_folder).Others).Message.ShouldContain("benchmarks/mimicry/pictures");
    }

    [Fact]
    public void Split_OfFiles_TeachesHalfAndAsksTheRest()
    {
        Fill("others", 7);

        var (taught, asked) = Gallery.Split(new Gallery(_folder).Others);

        (taught.Count, asked.Count).ShouldBe((4, 3));
    }

    private void Fill(string set, int count)
    {
        var place = _folder.CreateSubdirectory(set);
        for (var i = 0; i < count; i++)
        {
            File.WriteAllBytes(Path.Combine(place.FullName, $"{i:00}.png"), []);
        }
    }
}
