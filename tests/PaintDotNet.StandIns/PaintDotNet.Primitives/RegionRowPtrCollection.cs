namespace PaintDotNet;

public readonly unsafe ref struct RegionRowPtrCollection<T> where T : unmanaged
{
    private readonly RegionPtr<T> _region;

    internal RegionRowPtrCollection(RegionPtr<T> region) => _region = region;

    public RegionRowPtr<T> this[int y]
    {
        get
        {
            if ((uint)y >= (uint)_region.Height)
            {
                throw new IndexOutOfRangeException();
            }

            return new RegionRowPtr<T>(_region.RowPtr(y), _region.Width);
        }
    }
}
