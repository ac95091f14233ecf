namespace Glaze.Imaging.Vips;

/// <summary>libvips refused something; the message is its own text, for logs rather than for artists.</summary>
internal sealed class VipsException(string message) : Exception(message);
