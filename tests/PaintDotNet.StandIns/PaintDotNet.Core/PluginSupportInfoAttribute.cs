namespace PaintDotNet;

[AttributeUsage(
    AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = false, Inherited = false)]
public class PluginSupportInfoAttribute : Attribute, IPluginSupportInfo
{
    public PluginSupportInfoAttribute()
    {
    }

    public PluginSupportInfoAttribute(
        string? displayName, string? author, string? copyright, Version? version, Uri? websiteUri)
    {
        DisplayName = displayName;
        Author = author;
        Copyright = copyright;
        Version = version!;
        WebsiteUri = websiteUri;
    }

    public PluginSupportInfoAttribute(Type pluginSupportInfoOrProviderType)
    {
        if (Activator.CreateInstance(pluginSupportInfoOrProviderType) is IPluginSupportInfo info)
        {
            DisplayName = info.DisplayName;
            Author = info.Author;
            Copyright = info.Copyright;
            Version = info.Version!;
            WebsiteUri = info.WebsiteUri;
        }
    }

    public string? Author { get; set; }

    public string? Copyright { get; set; }

    public string? DisplayName { get; set; }

    public Version Version { get; set; } = null!;

    public Uri? WebsiteUri { get; set; }
}
