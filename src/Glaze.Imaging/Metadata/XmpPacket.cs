using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Glaze.Imaging.Metadata;

/// <summary>Takes the pictures out of an XMP packet, and joins the two parts that JPEG cuts a long one into.</summary>
internal static class XmpPacket
{
    private const long MaximumCharacters = 1 << 26;

    private static readonly XNamespace Xap = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace XapImage = "http://ns.adobe.com/xap/1.0/g/img/";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XName Extension = XName.Get("HasExtendedXMP", "http://ns.adobe.com/xmp/note/");

    /// <summary>The packet without thumbnails and other pictures in it; the same bytes when there are none.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="leftOut">Receives what was left out besides thumbnails.</param>
    /// <returns>Null when it cannot be read and may hold one.</returns>
    internal static byte[]? Clean(byte[] packet, List<string> leftOut)
    {
        if (Parse(packet) is not { } document)
        {
            return MayHoldPicture(packet, leftOut) ? null : packet;
        }

        if (!RemovePictures(document))
        {
            return packet;
        }

        return document.Root is null ? null : Bytes(document);
    }

    /// <summary>One packet of a main part and its extension.</summary>
    internal static byte[] Join(byte[] main, byte[] extension)
    {
        if (Parse(main) is not { } document || Parse(extension) is not { } more || document.Descendants(Rdf + "RDF").FirstOrDefault() is not { } target)
        {
            return main;
        }

        document.Descendants().Attributes(Extension).Remove();
        document.Descendants(Extension).Remove();
        target.Add(more.Descendants(Rdf + "Description").Where(description => description.Parent?.Name == Rdf + "RDF"));
        return Bytes(document);
    }

    /// <summary>The main part of a packet that is too long for JPEG: it names the extension, which holds all the rest.</summary>
    internal static byte[] Announcement(string guid) => Encoding.UTF8.GetBytes(
        $"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"{Rdf}\"><rdf:Description rdf:about=\"\" xmlns:xmpNote=\"{Extension.NamespaceName}\" xmpNote:HasExtendedXMP=\"{guid}\"/></rdf:RDF></x:xmpmeta>");

    private static XDocument? Parse(byte[] packet)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaximumCharacters, CheckCharacters = false };
        try
        {
            // Some programs pad with zero bytes.
            using var stream = new MemoryStream(packet, 0, packet.AsSpan().TrimEnd((byte)0).Length);
            using var reader = XmlReader.Create(stream, settings);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (Exception e) when (e is XmlException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool RemovePictures(XDocument document)
    {
        var elements = document.Descendants().Where(HoldsPicture).ToList();
        var attributes = document.Descendants().Attributes().Where(attribute => attribute.Name.Namespace == XapImage || EmbeddedPicture.IsText(attribute.Value)).ToList();
        elements.ForEach(element => element.Remove());
        attributes.ForEach(attribute => attribute.Remove());
        var others = document.DescendantNodes().Where(node => node is not XElement and not XDocumentType && EmbeddedPicture.IsText(node.ToString(SaveOptions.DisableFormatting))).ToList();
        others.ForEach(node => node.Remove());
        return elements.Count + attributes.Count + others.Count > 0;
    }

    private static bool HoldsPicture(XElement element) =>
        element.Name == Xap + "Thumbnails" || element.Name.Namespace == XapImage || (!element.HasElements && EmbeddedPicture.IsText(element.Value));

    private static bool MayHoldPicture(byte[] packet, List<string> leftOut)
    {
        var bytes = packet.AsSpan();
        if (bytes.IndexOf("Thumbnails"u8) < 0 && !EmbeddedPicture.IsIn(packet) && bytes.TrimEnd((byte)0).IndexOf((byte)0) < 0)
        {
            return false;
        }

        leftOut.Add("XMP, which is damaged");
        return true;
    }

    private static byte[] Bytes(XDocument document)
    {
        using var stream = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), OmitXmlDeclaration = true, CheckCharacters = false, ConformanceLevel = ConformanceLevel.Document };
        using (var writer = XmlWriter.Create(stream, settings))
        {
            document.Save(writer);
        }

        return stream.ToArray();
    }
}
