using Glaze.Client.Engine;
using Glaze.Protocol.Messages;

namespace Glaze.Client.Tests.Engine;

public sealed class RequestSenderTests
{
    [Fact]
    public async Task Run_StreamFailsInAWayNobodyForesaw_TellsInsteadOfEndingTheHost()
    {
        var told = new TaskCompletionSource<Exception>();
        var sender = new RequestSender(new BrokenStream(), _ => { }, _ => { }, (_, _) => { }, told.SetResult);
        sender.Start();

        sender.Post(new Ping(1));

        (await told.Task.WaitAsync(TimeSpan.FromMinutes(1))).ShouldBeOfType<InsufficientMemoryException>();
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new InsufficientMemoryException();

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InsufficientMemoryException();
    }
}
