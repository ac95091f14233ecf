using System.Runtime.InteropServices;
using Glaze.Client.Engine;
using GlazeEffect.StandInEditor.Plugins;
using Microsoft.Win32.SafeHandles;

namespace Glaze.Client.Tests.Engine;

public sealed class DxgiAdapterLuidTests
{
    [Theory]
    [InlineData(0x2_0000_C0DE)]
    [InlineData(-5)]
    public void Read_Adapter_GivesItsNumberAndLeavesItToItsOwner(long luid)
    {
        using var adapter = new ComHandle(ComAdapter.Create(luid));

        DxgiAdapterLuid.Read(adapter).ShouldBe(luid);
        DxgiAdapterLuid.Read(adapter).ShouldBe(luid);

        Marshal.AddRef(adapter.DangerousGetHandle()).ShouldBe(2, "the owner's reference and this one");
        Marshal.Release(adapter.DangerousGetHandle()).ShouldBe(1);
    }

    [Fact]
    public void Read_AdapterThatIsGone_IsUnknown()
    {
        var adapter = new ComHandle(ComAdapter.Create(3));
        adapter.Dispose();

        DxgiAdapterLuid.Read(adapter).ShouldBeNull();
    }

    private sealed class ComHandle : SafeHandleZeroOrMinusOneIsInvalid
    {
        public ComHandle(nint instance)
            : base(ownsHandle: true) => SetHandle(instance);

        protected override bool ReleaseHandle()
        {
            Marshal.Release(handle);
            return true;
        }
    }
}
