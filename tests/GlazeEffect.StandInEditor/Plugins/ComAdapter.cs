using System.Runtime.InteropServices;

namespace GlazeEffect.StandInEditor.Plugins;

/// <summary>A graphics adapter that is no more than its COM interface: IUnknown's three functions and IDXGIAdapter::GetDesc.</summary>
internal static unsafe class ComAdapter
{
    /// <summary>The number of the card that the stand-in editor says it draws with.</summary>
    public const long Luid = 0x2_0000_C0DE;

    private const int NoInterface = unchecked((int)0x80004002);
    private const int Slots = 10;
    private const int GetDescSlot = 8;

    // Where DXGI_ADAPTER_DESC has its LUID on 64 bits: behind 128 letters, four numbers and three sizes.
    private const int LuidOffset = 256 + 16 + 24;

    private static readonly Guid AdapterId = new("2411e7e1-12ac-4ccf-bd14-9798e8534dc0");

    /// <summary>Makes an adapter; the caller holds its one reference.</summary>
    public static nint Create(long luid)
    {
        // The object: the address of its table, its references, its number; the table behind it.
        var instance = (nint*)NativeMemory.AllocZeroed(3 + Slots, (nuint)sizeof(nint));
        var table = instance + 3;
        instance[0] = (nint)table;
        instance[1] = 1;
        instance[2] = (nint)luid;
        table[0] = (nint)(delegate* unmanaged<nint*, Guid*, nint*, int>)&QueryInterface;
        table[1] = (nint)(delegate* unmanaged<nint*, uint>)&AddRef;
        table[2] = (nint)(delegate* unmanaged<nint*, uint>)&Release;
        table[GetDescSlot] = (nint)(delegate* unmanaged<nint*, byte*, int>)&GetDesc;
        return (nint)instance;
    }

    [UnmanagedCallersOnly]
    private static int QueryInterface(nint* instance, Guid* id, nint* result)
    {
        *result = *id == AdapterId ? (nint)instance : 0;
        if (*result == 0)
        {
            return NoInterface;
        }

        Interlocked.Increment(ref *(int*)(instance + 1));
        return 0;
    }

    [UnmanagedCallersOnly]
    private static uint AddRef(nint* instance) => (uint)Interlocked.Increment(ref *(int*)(instance + 1));

    [UnmanagedCallersOnly]
    private static uint Release(nint* instance)
    {
        var left = Interlocked.Decrement(ref *(int*)(instance + 1));
        if (left == 0)
        {
            NativeMemory.Free(instance);
        }

        return (uint)left;
    }

    [UnmanagedCallersOnly]
    private static int GetDesc(nint* instance, byte* description)
    {
        *(long*)(description + LuidOffset) = instance[2];
        return 0;
    }
}
