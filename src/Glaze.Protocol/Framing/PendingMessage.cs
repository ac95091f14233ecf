using Glaze.Protocol.Messages;

namespace Glaze.Protocol.Framing;

/// <summary>A message whose pixels are still arriving. Memory grows with what arrived, up to what was announced.</summary>
internal sealed class PendingMessage
{
    private const int FirstBytes = 1 << 20;

    private readonly Message _message;
    private readonly byte[][] _planes;
    private int _current;
    private long _filled;

    public PendingMessage(Message message)
    {
        _message = message;
        _planes = new byte[message.Planes.Count][];
        Array.Fill(_planes, []);
    }

    /// <summary>Takes the next chunk; true when it was the last.</summary>
    public bool Accept(PixelChunk chunk)
    {
        var (plane, total) = _message.Planes[_current];
        if (chunk.Plane != plane || chunk.Offset != _filled || _filled + chunk.Bytes.Length > total)
        {
            throw new ProtocolException(
                $"Pixels of job {chunk.Job}: expected {plane} at {_filled} of {total}, found {chunk.Plane} at {chunk.Offset} with {chunk.Bytes.Length} bytes.");
        }

        EnsureRoom(_filled + chunk.Bytes.Length, total);
        chunk.Bytes.CopyTo(_planes[_current].AsMemory((int)_filled));
        _filled += chunk.Bytes.Length;
        if (_filled < total)
        {
            return false;
        }

        _current++;
        _filled = 0;
        return _current == _planes.Length;
    }

    public ReceivedMessage ToReceived() => new(_message, _planes[0], _planes.Length > 1 ? _planes[1] : []);

    // The whole plane is allocated once a first part of it has really arrived.
    private void EnsureRoom(long needed, long total)
    {
        if (needed <= _planes[_current].Length)
        {
            return;
        }

        var size = needed < total && needed < FirstBytes ? Math.Min(total, FirstBytes) : total;
        var grown = GC.AllocateUninitializedArray<byte>((int)size);
        _planes[_current].AsSpan(0, (int)_filled).CopyTo(grown);
        _planes[_current] = grown;
    }
}
