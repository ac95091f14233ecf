using Glaze.Inference.Native;

namespace Glaze.Inference.Tests.Native;

public sealed class NativeErrorsTests
{
    [Theory]
    [InlineData("DmlCommandRecorder.cpp(371): Exception(3) 887A0005 The GPU device instance has been suspended.", "887A0005")]
    [InlineData("Exception(1) tid(1a8c) 887a0006 The GPU will not respond to more commands", "887A0006")]
    [InlineData("Exception(2) 887A0007 The GPU will not respond, reset", "887A0007")]
    [InlineData("DmlCommittedResourceAllocator.cpp(22): 8007000E Not enough memory resources", "8007000E")]
    [InlineData("Could not create buffer: out of memory", "OutOfMemory")]
    [InlineData("bad allocation", "OutOfMemory")]
    [InlineData("WebGPU device lost (2): Device was destroyed.", "DeviceLost")]
    public void UnderWay_KnownStatus_IsALostProviderWithThatCode(string message, string code)
    {
        var failure = NativeErrors.UnderWay(ExecutionProvider.DirectMl, new NotSupportedException(message));

        var lost = failure.ShouldBeOfType<ProviderLostException>();
        lost.StatusCode.ShouldBe(code);
        lost.Provider.ShouldBe(ExecutionProvider.DirectMl);
        lost.StatusText.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void UnderWay_UnknownFailureOfAGraphicsDevice_LosesItWithTheStatusFoundInTheText()
    {
        var failure = NativeErrors.UnderWay(
            ExecutionProvider.DirectMl, new NotSupportedException("MLOperatorAuthorImpl.cpp(2816)\n80070057 The parameter is incorrect."));

        var lost = failure.ShouldBeOfType<ProviderLostException>();
        lost.StatusCode.ShouldBe("80070057");
        lost.StatusText.ShouldBe("MLOperatorAuthorImpl.cpp(2816) 80070057 The parameter is incorrect.");
    }

    [Fact]
    public void UnderWay_UnknownFailureOnTheCpu_BlamesTheModel()
    {
        NativeErrors.UnderWay(ExecutionProvider.Cpu, new NotSupportedException("Mul node: shapes differ"))
            .ShouldBeOfType<ModelRejectedException>();
    }

    [Fact]
    public void AtStart_LibraryMissing_IsAnUnavailableProviderOnOneLine()
    {
        var failure = NativeErrors.AtStart(
            ExecutionProvider.Cpu,
            new TypeInitializationException("NativeMethods", new DllNotFoundException("Unable to load\n  libonnxruntime.so")));

        failure.ShouldBeOfType<ProviderUnavailableException>().Reason.ShouldBe("Unable to load libonnxruntime.so");
    }

    [Fact]
    public void Running_CancelledToken_IsACancellationWhateverTheRuntimeSays()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Should.Throw<OperationCanceledException>(() => NativeErrors.Running(
            ExecutionProvider.Cpu, () => throw new NotSupportedException("Exiting due to terminate flag"), source.Token));
    }
}
