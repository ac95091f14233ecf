using Glaze.Cloaking.Encoders;
using Glaze.Onnx;

namespace Glaze.Cloaking.Tests.Encoders;

public sealed class SurrogateEnsembleTests
{
    [Theory]
    [InlineData("m", "m")]
    [InlineData("m a", "m a")]
    [InlineData("m a b", "m a b")]
    [InlineData("a b c d", "a b c d")]
    [InlineData("m a b c d", "m a b m c d")]
    [InlineData("a b m c", "m a b m c")]
    public void Turns_OneEncoderKnowsSeveralFamilies_ComesEveryThirdTime(string encoders, string turns) =>
        string.Join(' ', new SurrogateEnsemble([.. encoders.Split(' ').Select(name => new Named(name))]).Turns.Select(encoder => encoder.Name)).ShouldBe(turns);

    // "m" knows two families.
    private sealed class Named(string name) : SurrogateEncoder
    {
        public override string Name => name;

        public override string StandsFor => name;

        public override int LatentChannels => 4;

        public override IReadOnlyList<LatentFamily> Families => name == "m" ? [new("one", 0, 2), new("two", 2, 2)] : base.Families;

        public override int Downscale => 8;

        public override long ParameterCount => 0;

        public override string Append(GraphBuilder graph, string image, int width, int height) => image;
    }
}
