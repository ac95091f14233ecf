namespace Glaze.Protocol.Messages;

/// <summary>What one encoder sees, in the part of its latent that stands for one family of models.</summary>
/// <param name="Encoder">The encoder's name.</param>
/// <param name="Shift">How far its view of the picture moved toward the target style: 0 = not at all, 1 = all the way.</param>
/// <param name="Optimized">True when the cloak was optimised on this encoder.</param>
/// <param name="Family">The family in words an artist knows, for example "SDXL"; null when not known.</param>
/// <param name="Surviving">What is left of the shift after the purifier that removes most; null when not measured.</param>
public sealed record EncoderShift(string Encoder, double Shift, bool Optimized, string? Family = null, double? Surviving = null);
