namespace Glaze.Inference.Tests;

/// <summary>One step of <see cref="TestModels.GradientGraph"/> on one provider.</summary>
internal static class GradientRun
{
    /// <summary>The loss followed by the gradient.</summary>
    public static float[] Compute(int height, int width, SessionSettings settings)
    {
        using var session = ModelSession.Create(TestModels.GradientGraph(height, width), settings);
        return Compute(session);
    }

    /// <summary>The loss followed by the gradient, on a session that may have run before.</summary>
    public static float[] Compute(ModelSession session)
    {
        var inputs = session.Inputs.Select((value, index) => (value, index)).ToDictionary(
            input => input.value.Name, input => TestModels.Picture(input.index, input.value.ElementCount), StringComparer.Ordinal);
        var outputs = session.Outputs.ToDictionary(value => value.Name, value => new float[value.ElementCount], StringComparer.Ordinal);

        session.Run(inputs, outputs, CancellationToken.None);

        return [.. outputs["loss"], .. outputs["grad_x"]];
    }
}
