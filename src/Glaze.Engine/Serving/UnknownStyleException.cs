namespace Glaze.Engine.Serving;

/// <summary>A request named a style that does not exist; the message is its name.</summary>
internal sealed class UnknownStyleException(string name) : Exception(name);
