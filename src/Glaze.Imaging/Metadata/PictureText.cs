namespace Glaze.Imaging.Metadata;

/// <summary>A text that a file carries under a keyword, as PNG does; a JPEG comment has the keyword "Comment".</summary>
/// <param name="Keyword">What the text is about: Author, Copyright, Title …</param>
/// <param name="Text">The text.</param>
public sealed record PictureText(string Keyword, string Text);
