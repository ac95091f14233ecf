namespace PaintDotNet;

public sealed class PluginSupportInfoAttribute<T> : PluginSupportInfoAttribute, IPluginSupportInfo
    where T : IPluginSupportInfo, new()
{
    public PluginSupportInfoAttribute()
        : base(typeof(T))
    {
    }
}
