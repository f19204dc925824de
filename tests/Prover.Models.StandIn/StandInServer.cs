using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Prover.Models.StandIn;

/// <summary>A real HTTP server on 127.0.0.1 that speaks the chat-completions protocol and answers as a test scripts it.</summary>
/// <example><code>
/// await using var server = await StandInServer.StartAsync(request => Answer.Text("```lean4\n…\n```"));
/// // … a client at server.Endpoint …
/// Assert.Equal(1, server.Ledger.Requests);
/// </code></example>
public sealed class StandInServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<StandInRequest, CancellationToken, Task<Answer>> _script;

    private StandInServer(WebApplication app, Func<StandInRequest, CancellationToken, Task<Answer>> script)
    {
        _app = app;
        _script = script;
    }

    /// <summary>Base address, as a model's configuration wants it: <c>http://127.0.0.1:port/v1</c>.</summary>
    public Uri Endpoint => new($"{_app.Urls.First()}/v1");

    /// <summary>What was asked and what it cost.</summary>
    public Ledger Ledger { get; } = new();

    /// <summary>The models that it lists when it is asked for them (<c>GET /v1/models</c>).</summary>
    public IReadOnlyList<string> Models { get; set; } = [];

    /// <summary>Starts a server whose script answers at once; it may be called by many threads at a time.</summary>
    public static Task<StandInServer> StartAsync(Func<StandInRequest, Answer> script) =>
        StartAsync((request, _) => Task.FromResult(script(request)));

    /// <summary>Starts a server whose script may wait; its token ends when the client leaves or the server stops.</summary>
    public static async Task<StandInServer> StartAsync(Func<StandInRequest, CancellationToken, Task<Answer>> script)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new StandInServer(app, script);
        app.MapPost("/v1/chat/completions", server.AnswerAsync);
        app.MapGet("/v1/models", context => context.Response.WriteAsync(
            JsonSerializer.Serialize(new { @object = "list", data = server.Models.Select(m => new { id = m, @object = "model" }) }), context.RequestAborted));
        await app.StartAsync().ConfigureAwait(false);
        return server;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stop.Token);
        var entry = Ledger.Open();
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, default, left.Token).ConfigureAwait(false);
            var request = StandInRequest.Read(entry.Number, body.RootElement.Clone(), context.Request.Headers.Authorization.ToString());
            var answer = await _script(request, left.Token).ConfigureAwait(false);
            await answer.Gate.WaitAsync(left.Token).ConfigureAwait(false);
            await SendAsync(context.Response, request, answer, entry, left.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The client left, or the test is over.
            context.Abort();
        }
        finally
        {
            Ledger.Close();
        }
    }

    private static async Task SendAsync(
        HttpResponse response, StandInRequest request, Answer answer, LedgerEntry entry, CancellationToken cancellationToken)
    {
        var stream = answer.RawBody is null && answer.HeedsStream && request.Stream;
        var parts = answer.RawBody is { } raw ? [new Part(System.Text.Encoding.UTF8.GetBytes(raw), 0)]
            : stream ? AnswerBody.Events(request, answer)
            : [AnswerBody.Whole(request, answer)];
        response.StatusCode = answer.Status;
        response.ContentType = stream ? "text/event-stream" : answer.RawType;
        if (answer.RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = wait;
        }

        if (answer.CutAfter is not null)
        {
            // A body shorter than it said makes the server close the connection after the last byte: a cut at the same byte every time.
            parts = parts.ToList();
            response.ContentLength = parts.Sum(p => (long)p.Bytes.Length) + 1;
        }

        entry.Begin(answer.Status);
        await response.StartAsync(cancellationToken).ConfigureAwait(false);
        var (left, events) = (answer.CutAfter ?? int.MaxValue, 0);
        foreach (var part in parts)
        {
            if (events++ == answer.HoldAfter)
            {
                await answer.Hold.WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            if (part.Bytes.Length > left)
            {
                await WriteAsync(response, part.Bytes.AsMemory(0, left), cancellationToken).ConfigureAwait(false);
                return;
            }

            entry.Charge(request.InputTokens, part.Tokens);
            await WriteAsync(response, part.Bytes, cancellationToken).ConfigureAwait(false);
            left -= part.Bytes.Length;
        }

        if (answer is { CutAfter: null, RawBody: null, StreamError: null, HasChoices: true })
        {
            entry.Done(request.InputTokens);
        }
    }

    private static async Task WriteAsync(HttpResponse response, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await response.Body.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
