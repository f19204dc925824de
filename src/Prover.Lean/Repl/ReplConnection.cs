using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Prover.Core.Lean;
using Prover.Lean.Processes;

namespace Prover.Lean.Repl;

/// <summary>Talks the REPL's JSON with a process.</summary>
internal sealed class ReplConnection(LeanProcess process) : IAsyncDisposable
{
    private const int ExcerptBytes = 200;

    public bool IsAlive => process.IsAlive;

    public long MemoryBytes => process.MemoryBytes;

    public TimeSpan? ProcessorTime => process.ProcessorTime;

    public TimeSpan? FirstThreadTime => process.FirstThreadTime;

    public int ProcessId => process.Id;

    /// <summary>Size of Lean's heap after the last text, in bytes; 0 where the process does not say.</summary>
    public long HeapBytes { get; private set; }

    /// <summary>The next answer without a request.</summary>
    /// <exception cref="LeanSessionException">The process ended or answered garbage.</exception>
    public async Task<ReplAnswer> ReadAsync(CancellationToken cancellationToken) =>
        Parse(await process.ReadAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Asks and waits for the answer.</summary>
    /// <exception cref="LeanSessionException">The process ended, answered garbage, or refused the request.</exception>
    public async Task<ReplAnswer> AskAsync<T>(T request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(JsonSerializer.SerializeToUtf8Bytes(request, type), cancellationToken).ConfigureAwait(false);
        return answer.Message is null ? answer : throw Fail($"Lean's process refused a request: {answer.Message}");
    }

    /// <summary>Asks with a request that is JSON already; an answer that refuses it is the caller's to judge.</summary>
    /// <exception cref="LeanSessionException">The process ended or answered garbage.</exception>
    public async Task<ReplAnswer> AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        var answer = Parse(await process.AskAsync(request, cancellationToken).ConfigureAwait(false));
        HeapBytes = answer.HeapBytes ?? HeapBytes;
        return answer.Trap is null ? answer : throw Fail($"Lean trapped: {FirstLine(answer.Trap)}. Its process was ended.");
    }

    /// <summary>Elaborates a text.</summary>
    /// <exception cref="LeanSessionException">As <see cref="AskAsync"/>.</exception>
    public async Task<LeanReply> RunAsync(string text, int? environment, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(new ReplCommand(text, environment), ReplJson.Default.ReplCommand, cancellationToken).ConfigureAwait(false);
        var reply = ToReply(answer);
        if (reply.HasErrors != (answer.Errors ?? (reply.HasErrors ? 1 : 0)) > 0 || (answer.Env is null && !reply.HasErrors))
        {
            throw Fail("Lean's process gave an answer that contradicts itself.");
        }

        return reply;
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    /// <summary>Ends the process, whose answers make no sense, and gives the reason to throw.</summary>
    public LeanSessionException Fail(string reason, Exception? innerException = null)
    {
        process.Kill(reason);
        return new LeanSessionException(reason, innerException);
    }

    private LeanReply ToReply(ReplAnswer answer)
    {
        try
        {
            return answer.ToLean();
        }
        catch (FormatException e)
        {
            throw Fail(e.Message, e);
        }
    }

    private ReplAnswer Parse(byte[] answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer, ReplJson.Default.ReplAnswer) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            var excerpt = Encoding.UTF8.GetString(answer.AsSpan(0, Math.Min(answer.Length, ExcerptBytes))).Trim();
            throw Fail($"Lean's process answered garbage, no JSON of the REPL: '{excerpt}'", e);
        }
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0];
}
