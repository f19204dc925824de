using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Prover.Models.Configuration;
using Prover.Models.Timeouts;

namespace Prover.Models.Wire;

/// <summary>Speaks the chat-completions protocol with one server. One call is one request: nothing is repeated, held back or kept here.</summary>
/// <remarks>
/// Our own and not Microsoft.Extensions.AI.OpenAI over the official SDK (tried with 10.11.0 over SDK 2.x): that merges the choices of a streamed
/// answer into one text, loses reasoning sent as <c>reasoning</c>, swallows an error within a stream, makes an empty answer of a JSON or HTML reply
/// to a streamed request, and can't be kept from asking for <c>stream_options</c>.
/// </remarks>
internal sealed class WireChatClient : IChatClient
{
    private readonly ModelOptions _options;
    private readonly TimeProvider _time;
    private readonly WireErrors _errors;
    private readonly WireSender _sender;
    private readonly ChatClientMetadata _metadata;

    /// <param name="name">The model's name, for messages.</param>
    /// <param name="options">The model.</param>
    /// <param name="key">Its key, if it needs one.</param>
    /// <param name="http">Connections; shared and not disposed here. It must not follow redirections.</param>
    /// <param name="time">The clock.</param>
    public WireChatClient(string name, ModelOptions options, Secret? key, HttpMessageInvoker http, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _errors = new WireErrors(name, options, key, time);
        _sender = new WireSender(options, key, http, _errors);
        _metadata = new ChatClientMetadata("openai", new Uri(options.Endpoint), options.Model);
    }

    /// <inheritdoc />
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToWholeAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc />
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var silence = TimeSpan.FromSeconds(_options.IdleTimeoutSeconds);
        using var deadline = new Deadline(_time, cancellationToken);
        using var response = await _sender.SendAsync(messages.ToList(), options, deadline, cancellationToken).ConfigureAwait(false);
        var reading = new WireReading(_options.Model);
        var content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var body = new BodyStream(content, deadline, silence, _errors);
        var done = true;
        if (response.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            done = false;
            var events = SseParser.Create(body, (_, data) => data.SequenceEqual("[DONE]"u8) ? null : Parse(data));
            await foreach (var item in events.EnumerateAsync(cancellationToken).ConfigureAwait(false))
            {
                if (item.Data is not { } answer)
                {
                    done = true;
                    break;
                }

                foreach (var update in reading.Add(answer))
                {
                    yield return update;
                }
            }
        }
        else
        {
            foreach (var update in reading.Add(await WholeAsync(body, cancellationToken).ConfigureAwait(false)))
            {
                yield return update;
            }
        }

        foreach (var update in reading.End(done))
        {
            yield return update;
        }
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? _metadata
        : serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private async Task<WireAnswer> WholeAsync(BodyStream body, CancellationToken cancellationToken)
    {
        using var all = new MemoryStream();
        await body.CopyToAsync(all, cancellationToken).ConfigureAwait(false);
        var bytes = all.GetBuffer().AsSpan(0, (int)all.Length);
        return bytes.TrimStart(" \t\r\n"u8) is [(byte)'<', ..] ? throw _errors.WebPage() : Parse(bytes);
    }

    private WireAnswer Parse(ReadOnlySpan<byte> data)
    {
        WireAnswer? answer;
        try
        {
            answer = JsonSerializer.Deserialize(data, WireJson.Default.WireAnswer);
        }
        catch (JsonException)
        {
            throw _errors.NoJson(data);
        }

        return answer is null ? throw _errors.NoJson(data)
            : answer.Error is { ValueKind: not JsonValueKind.Null } error ? throw _errors.InAnswer(error)
            : answer;
    }
}
