using System.Numerics.Tensors;
using Glaze.Cloaking.Encoders;
using Glaze.Cloaking.Objectives;
using Glaze.Imaging;
using Glaze.Inference;
using Glaze.Onnx;
using Glaze.Onnx.Safetensors;
using Glaze.TestKit;

namespace Glaze.Cloaking.Tests.Objectives;

/// <summary>Half precision in emulation: the CPU provider rounds what passes between two operators to float16.</summary>
public sealed class HalfPrecisionTests
{
    private static readonly SessionSettings Processor = new(ExecutionProvider.Cpu, 2);
    private static readonly string GlazeMini = Path.Combine(Repository.Root, "models", "glaze-mini.safetensors");

    [Fact]
    public void Gradient_OfTheEmbeddedEncoder_PointsWhereFloatDoes()
    {
        var encoder = LayerListEncoder.ReadAll("glaze-mini", SafetensorsFile.Open(GlazeMini)).Single();

        var single = HalfPrecisionCheck.Gradient(encoder, ComputePrecision.Single, Processor);
        var half = HalfPrecisionCheck.Gradient(encoder, ComputePrecision.Half, Processor);

        TensorPrimitives.CosineSimilarity<float>(single, half).ShouldBeGreaterThan(0.999f);
        (TensorPrimitives.Norm<float>(half) / TensorPrimitives.Norm<float>(single)).ShouldBe(1, 0.01);
        half.ShouldNotBe(single);
    }

    [Fact]
    public void Evaluate_InHalf_GivesTheSameLoss()
    {
        using var single = TinyEncoder.Sessions();
        using var half = new SessionPool(single.Ensemble, Processor, precision: ComputePrecision.Half);
        var (original, target) = (Noise(1), Noise(2));

        Loss(half).ShouldBe(Loss(single), 0.01);

        double Loss(SessionPool pool) => pool.Objective(pool.Ensemble.Encoders[0], original, target, CancellationToken.None)
            .Evaluate(original, new PlanarImage(64, 64), CancellationToken.None);
    }

    [Fact]
    public void LossAndGradient_InHalf_ComputesTheEncoderInHalfAndTheLossInFloat()
    {
        var encoder = TinyEncoder.Ensemble().Encoders[0];

        var model = LatentGraphs.LossAndGradient(encoder, 64, 64, ComputePrecision.Half);

        var graph = GraphBuilder.From(model);
        model.Graph.Nodes.Where(node => node.Operator == "Conv").ShouldAllBe(node => graph.Value(node.Outputs[0]).Type == ElementType.Float16);
        model.Graph.Nodes.Where(node => node.Operator == "Conv").Count().ShouldBeGreaterThan(8);
        model.Graph.Inputs.Concat(model.Graph.Outputs).ShouldAllBe(value => value.Type == ElementType.Float);
        graph.Value(model.Graph.Nodes.Single(node => node.Operator == "ReduceMean").Outputs[0]).Type.ShouldBe(ElementType.Float);
    }

    [Fact]
    public void Choose_OnTheProcessor_IsSingle() => HalfPrecisionCheck.Choose(TinyEncoder.Ensemble(), Processor).ShouldBe(ComputePrecision.Single);

    [Fact]
    public void Agrees_GradientsThatHalfCannotHold_IsFalse()
    {
        // Weights of 3000 overflow in the second layer.
        var weights = TinyEncoder.Weights().ToDictionary(
            pair => pair.Key, pair => OnnxTensor.FromFloats(pair.Value.Shape, [.. pair.Value.ToFloats().Select(value => 3000 * value)]));
        var encoder = LayerListEncoder.ReadAll("loud", SafetensorsFile.Open(SafetensorsWriter.Write(weights, TinyEncoder.Metadata(TinyEncoder.Architecture))))[0];

        HalfPrecisionCheck.Agrees(encoder, Processor).ShouldBeFalse();
        HalfPrecisionCheck.Agrees(TinyEncoder.Ensemble().Encoders[0], Processor).ShouldBeTrue();
    }

    private static PlanarImage Noise(int seed) => TestTensors.Map(TestTensors.NormalImage(64, 64, seed), (value, _) => Math.Clamp(0.5f + (0.2f * value), 0, 1));
}
