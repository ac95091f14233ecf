namespace Glaze.Protocol.Messages;

/// <summary>What one encoder sees.</summary>
/// <param name="Encoder">The family of models that the encoder stands for, in words an artist knows.</param>
/// <param name="Shift">How far its view of the picture moved toward the target style: 0 = not at all, 1 = all the way.</param>
/// <param name="Optimized">True when the cloak was optimised on this encoder.</param>
public sealed record EncoderShift(string Encoder, double Shift, bool Optimized);
