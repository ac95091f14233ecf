namespace Glaze.Engine.Serving;

/// <summary>A request named a picture that the engine does not hold.</summary>
internal sealed class UnknownPictureException : Exception;
