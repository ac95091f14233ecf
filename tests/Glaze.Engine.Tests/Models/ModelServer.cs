using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Glaze.Engine.Tests.Models;

/// <summary>A web server on the loopback address whose every answer a test writes by hand.</summary>
internal sealed class ModelServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<ModelServer, string, NetworkStream, Task> _answer;
    private readonly Task _loop;

    public ModelServer(byte[] content, Func<ModelServer, string, NetworkStream, Task>? answer = null)
    {
        Content = content;
        _answer = answer ?? ((server, request, stream) => server.ServeAsync(request, stream));
        _listener.Start();
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}/tiny.safetensors");
        _loop = Task.Run(ListenAsync);
    }

    public byte[] Content { get; }

    public Uri Url { get; }

    /// <summary>First lines and headers of what was asked, in order.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>An honest answer: the file, or the part asked for.</summary>
    public async Task ServeAsync(string request, NetworkStream stream, byte[]? content = null)
    {
        var body = content ?? Content;
        var start = RangeStart(request);
        await HeadAsync(
            stream,
            start is null ? "200 OK" : "206 Partial Content",
            body.Length - (start ?? 0),
            start is null ? null : $"Content-Range: bytes {start}-{body.Length - 1}/{body.Length}");
        await stream.WriteAsync(body.AsMemory(start ?? 0));
    }

    public static async Task HeadAsync(NetworkStream stream, string status, long length, string? header = null) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {status}\r\nContent-Length: {length.ToString(CultureInfo.InvariantCulture)}\r\nConnection: close\r\n{(header is null ? string.Empty : header + "\r\n")}\r\n"));

    public static int? RangeStart(string request)
    {
        const string Mark = "Range: bytes=";
        var at = request.IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : int.Parse(request[(at + Mark.Length)..].Split('-')[0], CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _loop.GetAwaiter().GetResult();
        _stop.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                var stream = client.GetStream();
                var request = await ReadRequestAsync(stream);
                Requests.Add(request);
                // A test that failed does not go on to what an answer waits for.
                await _answer(this, request, stream).WaitAsync(_stop.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
            {
                // The other side hung up, or the test is over.
            }
        }
    }

    private async Task<string> ReadRequestAsync(NetworkStream stream)
    {
        var buffer = new byte[8192];
        var length = 0;
        while (!Encoding.ASCII.GetString(buffer, 0, length).EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer.AsMemory(length), _stop.Token);
            if (count == 0)
            {
                throw new IOException("The client hung up.");
            }

            length += count;
        }

        return Encoding.ASCII.GetString(buffer, 0, length);
    }

    /// <summary>Says nothing until the other side hangs up or the test is over.</summary>
    public async Task StallAsync(NetworkStream stream)
    {
        var one = new byte[1];
        _ = await stream.ReadAsync(one, _stop.Token);
    }
}
