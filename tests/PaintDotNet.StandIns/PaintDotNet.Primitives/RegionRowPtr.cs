namespace PaintDotNet;

public readonly unsafe ref struct RegionRowPtr<T> where T : unmanaged
{
    internal RegionRowPtr(T* ptr, int width)
    {
        Ptr = ptr;
        Width = width;
    }

    public T* Ptr { get; }

    public ref T this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Width)
            {
                throw new IndexOutOfRangeException();
            }

            return ref Ptr[index];
        }
    }

    public int Width { get; }
}
