namespace PaintDotNet.AppModel;

public abstract record PluginOptions : IEquatable<PluginOptions>
{
    internal PluginOptions()
    {
    }

    protected PluginOptions(PluginOptions cloneFrom)
    {
        // A copy made by "with" can be changed again.
    }

    public bool IsFrozen { get; private set; }

    protected virtual void OnFrozen()
    {
    }

    protected void VerifyNotFrozen()
    {
        if (IsFrozen)
        {
            throw new InvalidOperationException("The options are frozen.");
        }
    }

    internal void Freeze()
    {
        IsFrozen = true;
        OnFrozen();
    }
}
