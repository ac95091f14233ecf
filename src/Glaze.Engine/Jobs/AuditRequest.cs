namespace Glaze.Engine.Jobs;

/// <summary>Everything one <c>glaze audit</c> was asked for.</summary>
/// <param name="Original">The picture without a cloak.</param>
/// <param name="Cloaked">The picture with one.</param>
/// <param name="Target">The picture in the target style, or null.</param>
/// <param name="Encoders">Names or safetensors files; empty for all small installed ones.</param>
/// <param name="Device">What should compute.</param>
internal sealed record AuditRequest(string Original, string Cloaked, string? Target, IReadOnlyList<string> Encoders, DeviceChoice Device);
