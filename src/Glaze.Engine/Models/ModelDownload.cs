using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace Glaze.Engine.Models;

/// <summary>
/// Fetches a model's file over HTTP: resumes by range where the server allows it, gives up on a connection that stalls, tries
/// again after failures that may pass. Proxies are those of the system and of HTTPS_PROXY.
/// </summary>
/// <param name="client">The connection; its own time-out must be off.</param>
/// <param name="settings">How patient to be.</param>
internal sealed class ModelDownload(HttpClient client, DownloadSettings settings)
{
    private const long MaximumBytes = 4L << 30;
    private const int BufferSize = 1 << 16;

    /// <summary>A client as downloads need it.</summary>
    public static HttpClient CreateClient()
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxAutomaticRedirections = 10, ConnectTimeout = TimeSpan.FromSeconds(20) }) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("GlazeEffect", ProductVersion.Text));
        return client;
    }

    /// <summary>Fetches a file; what is there of it already is kept.</summary>
    /// <param name="entry">The model; has a URL.</param>
    /// <param name="partial">Where to write.</param>
    /// <param name="progress">Told how many of how many bytes are there; the total is 0 while it is not known.</param>
    /// <param name="cancellationToken">Stops; what has arrived stays.</param>
    /// <exception cref="UserException">It cannot be had.</exception>
    public async Task FetchAsync(ModelEntry entry, string partial, IProgress<(long Received, long Total)> progress, CancellationToken cancellationToken)
    {
        var pipeline = new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<DownloadInterruptedException>(),
                MaxRetryAttempts = settings.Retries,
                Delay = settings.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
            })
            .Build();
        try
        {
            await pipeline.ExecuteAsync(async token => await TryAsync(entry, partial, progress, token), cancellationToken);
        }
        catch (DownloadInterruptedException exception)
        {
            var arrived = new FileInfo(partial) is { Exists: true } file ? file.Length : 0;
            var remedy = arrived > 0 ? $"run the same command again to go on from {ByteSize.Text(arrived)}" : "check the connection and try again";
            throw new UserException($"{entry.Id} could not be fetched in {settings.Retries + 1} tries: {exception.Message}; {remedy}.", innerException: exception) { Trouble = ModelTrouble.Interrupted };
        }
    }

    private async Task TryAsync(ModelEntry entry, string partial, IProgress<(long Received, long Total)> progress, CancellationToken cancellationToken)
    {
        using var cleaner = new EmptyFileCleaner(partial);
        await using var file = new FileStream(partial, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        if (file.Length > (entry.Bytes ?? MaximumBytes))
        {
            file.SetLength(0);
        }

        if (entry.Bytes == file.Length)
        {
            return;
        }

        using var stall = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stall.CancelAfter(settings.StallTimeout);
        using var response = await GuardAsync(entry, () => SendAsync(entry, file.Length, stall.Token), cancellationToken);
        var start = CheckStatus(entry, response, file);
        var total = start + response.Content.Headers.ContentLength;
        if (entry.Bytes is { } bytes && total is { } announced && announced != bytes)
        {
            throw new UserException($"{entry.Id} is {announced:N0} bytes at {entry.Url!.Host} instead of {bytes:N0}: it was replaced there; update GlazeEffect, or import the right file.") { Trouble = ModelTrouble.Replaced };
        }

        file.SetLength(start);
        file.Position = start;
        await CopyAsync(entry, response, file, total ?? entry.Bytes ?? 0, progress, stall, cancellationToken);
        if (file.Length < (total ?? entry.Bytes ?? 0))
        {
            throw new DownloadInterruptedException($"the connection to {entry.Url!.Host} broke off at {ByteSize.Text(file.Length)}");
        }
    }

    private async Task<HttpResponseMessage> SendAsync(ModelEntry entry, long existing, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, entry.Url);
        if (existing > 0)
        {
            request.Headers.Range = new RangeHeaderValue(existing, null);
        }

        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    // The position at which the body starts.
    private static long CheckStatus(ModelEntry entry, HttpResponseMessage response, FileStream file)
    {
        var host = entry.Url!.Host;
        var status = $"{(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd();
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                return 0;
            case HttpStatusCode.PartialContent when response.Content.Headers.ContentRange?.From == file.Length:
                return file.Length;
            case HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable:
                file.SetLength(0);
                throw new DownloadInterruptedException($"{host} does not go on from where the download stopped");
            case HttpStatusCode.NotFound or HttpStatusCode.Gone:
                throw new UserException($"{entry.Id} is no longer at {host} ({status}); update GlazeEffect, or fetch the file elsewhere and run \"glaze models import FILE\".") { Trouble = ModelTrouble.Gone };
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                throw new UserException($"{host} gives {entry.Id} only to people who log in ({status}); fetch it with a browser and run \"glaze models import FILE\".") { Trouble = ModelTrouble.LogIn };
            case HttpStatusCode.ProxyAuthenticationRequired:
                throw new UserException($"The proxy asks for a password ({status}); put it into HTTPS_PROXY, or run \"glaze models import FILE\" with a file fetched elsewhere.") { Trouble = ModelTrouble.Proxy };
            case HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError:
                throw new DownloadInterruptedException($"{host} answered {status}");
            case >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest:
                throw new UserException($"{host} sends {entry.Id} round in circles or to an unsafe address ({status}); fetch the file elsewhere and run \"glaze models import FILE\".") { Trouble = ModelTrouble.Refused };
            default:
                throw new UserException($"{host} does not hand out {entry.Id} ({status}); fetch the file elsewhere and run \"glaze models import FILE\".") { Trouble = ModelTrouble.Refused };
        }
    }

    private async Task CopyAsync(
        ModelEntry entry,
        HttpResponseMessage response,
        FileStream file,
        long total,
        IProgress<(long Received, long Total)> progress,
        CancellationTokenSource stall,
        CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[BufferSize];
        while (true)
        {
            stall.CancelAfter(settings.StallTimeout);
            var count = await GuardAsync(entry, async () => await body.ReadAsync(buffer, stall.Token), cancellationToken, file);
            if (count == 0)
            {
                return;
            }

            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            progress.Report((file.Length, total));
            if (file.Length > (entry.Bytes ?? MaximumBytes))
            {
                file.SetLength(0);
                throw new UserException($"{entry.Url!.Host} sends more than the {ByteSize.Text(entry.Bytes ?? MaximumBytes)} of {entry.Id}: it was replaced there; update GlazeEffect, or import the right file.") { Trouble = ModelTrouble.Replaced };
            }
        }
    }

    private async Task<T> GuardAsync<T>(ModelEntry entry, Func<Task<T>> action, CancellationToken cancellationToken, FileStream? file = null)
    {
        var host = entry.Url!.Host;
        var place = file is null ? string.Empty : $" at {ByteSize.Text(file.Length)}";
        try
        {
            return await action();
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DownloadInterruptedException($"nothing arrived from {host} for {settings.StallTimeout.TotalSeconds:0.#} s{place}", exception);
        }
        catch (HttpRequestException exception) when (file is null)
        {
            throw new DownloadInterruptedException($"{host} cannot be reached ({exception.Message.TrimEnd('.')})", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new DownloadInterruptedException($"the connection to {host} broke off{place}", exception);
        }
    }
}
