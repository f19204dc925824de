using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Prover.Core.Lean;
using Prover.Lean.Processes;

namespace Prover.Lean.Repl;

/// <summary>Talks the REPL's JSON with a process.</summary>
internal sealed class ReplConnection(LeanProcess process) : IAsyncDisposable
{
    public bool IsAlive => process.IsAlive;

    public long MemoryBytes => process.MemoryBytes;

    /// <summary>The next answer without a request.</summary>
    /// <exception cref="LeanSessionException">The process ended or answered garbage.</exception>
    public async Task<ReplAnswer> ReadAsync(CancellationToken cancellationToken) =>
        Parse(await process.ReadAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Asks and waits for the answer.</summary>
    /// <exception cref="LeanSessionException">The process ended, answered garbage, or refused the request.</exception>
    public async Task<ReplAnswer> AskAsync<T>(T request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var answer = Parse(await process.AskAsync(JsonSerializer.SerializeToUtf8Bytes(request, type), cancellationToken).ConfigureAwait(false));
        if (answer.Trap is { } trap)
        {
            process.Kill($"Lean trapped ({FirstLine(trap)})");
            throw new LeanSessionException($"Lean trapped: {FirstLine(trap)}. Its process was ended.");
        }

        return answer.Message is null
            ? answer
            : throw new LeanSessionException($"Lean's process refused a request: {answer.Message}");
    }

    /// <summary>Elaborates a text.</summary>
    /// <exception cref="LeanSessionException">As <see cref="AskAsync"/>.</exception>
    public async Task<LeanReply> RunAsync(string text, int? environment, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(new ReplCommand(text, environment), ReplJson.Default.ReplCommand, cancellationToken).ConfigureAwait(false);
        var reply = new LeanReply(
            answer.Env,
            [.. (answer.Messages ?? []).Select(m => m.ToLean())],
            [.. (answer.Sorries ?? []).Select(s => s.ToLean())],
            TimeSpan.FromMilliseconds(answer.ElapsedMilliseconds ?? 0));
        if (reply.HasErrors != (answer.Errors ?? (reply.HasErrors ? 1 : 0)) > 0 || (answer.Env is null && !reply.HasErrors))
        {
            process.Kill("its answer contradicts itself");
            throw new LeanSessionException("Lean's process gave an answer that contradicts itself.");
        }

        return reply;
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private ReplAnswer Parse(byte[] answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer, ReplJson.Default.ReplAnswer) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            process.Kill("it answered garbage");
            var excerpt = Encoding.UTF8.GetString(answer.AsSpan(0, Math.Min(answer.Length, 200))).Trim();
            throw new LeanSessionException($"Lean's process answered what is no JSON of the REPL: '{excerpt}'", e);
        }
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0];
}
