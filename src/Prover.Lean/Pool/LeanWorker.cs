using Prover.Core.Auditing;
using Prover.Core.Checking;
using Prover.Core.Lean;

namespace Prover.Lean.Pool;

/// <summary>One session of the pool with its warm headers. One check at a time.</summary>
internal sealed class LeanWorker(ILeanSession session, LeanImports imports, LeanPoolOptions options, TimeProvider time) : IAsyncDisposable
{
    private const int MaxGarbage = 16;

    private readonly WarmHeaders _headers = new(options.WarmHeaders);
    private readonly List<int> _garbage = [];
    private int _uses;

    public LeanImports Imports => imports;

    public long MemoryBytes => session.MemoryBytes;

    public TimeSpan? ProcessorTime => session.ProcessorTime;

    /// <summary>True when another process should take its place.</summary>
    public bool IsSpent =>
        !session.IsAlive
        || session.IsWorn
        || _uses >= options.MaxUses
        || (options.RecycleMemoryBytes > 0 && session.MemoryBytes > options.RecycleMemoryBytes);

    public bool IsWarm(CheckQuestion question) => _headers.Contains(question.HeaderText);

    /// <summary>Runs one check. The session is dead after any exception.</summary>
    /// <exception cref="TimeoutException">The limit passed.</exception>
    /// <exception cref="LeanSessionException">The process failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<CheckOutcome.Completed> CheckAsync(CheckQuestion question, CancellationToken cancellationToken)
    {
        _uses++;
        var header = question.CanSplit ? await WarmAsync(question, cancellationToken).ConfigureAwait(false) : null;
        var started = time.GetTimestamp();
        var (reply, description, compiled) = await LimitedAsync(
            question.TimeLimit,
            async token =>
            {
                var reply = await session.RunAsync(
                    header is null ? question.Request.Text : question.Header.Body, header?.Environment, token).ConfigureAwait(false);
                Leave(reply.Environment);
                var description = question.Request.Describe && !reply.HasErrors && reply.Environment is { } environment
                    ? await session.DescribeAsync(environment, question.AboutTheorem, token).ConfigureAwait(false)
                    : null;
                var compiled = question.Request.Compile && description is not (null or TheoremDescription.Absent)
                    ? await CompileAsync(reply.Environment!.Value, question.Request.Text, token).ConfigureAwait(false)
                    : null;
                return (reply, description, compiled);
            },
            cancellationToken).ConfigureAwait(false);
        var lines = header is null ? 0 : question.Header.Lines;
        return new CheckOutcome.Completed(
            [.. header?.Messages ?? [], .. reply.Messages.Select(m => m.Down(lines))],
            [.. header?.Sorries ?? [], .. reply.Sorries.Select(s => s.Down(lines))],
            (description as TheoremDescription.Found)?.Facts,
            reply.Elaboration)
        {
            Undecided = (description as TheoremDescription.Unknown)?.Reason,
            Compiled = compiled,
            MayHaveRunPrograms = session.MayHaveRunPrograms,
            Elapsed = time.GetElapsedTime(started),
        };
    }

    /// <summary>Asks the process something else than a check. The session is dead after any exception.</summary>
    /// <exception cref="CheckTimeoutException">The limit passed.</exception>
    /// <exception cref="LeanSessionException">The process failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<T> AskAsync<T>(Func<ILeanSession, CancellationToken, Task<T>> ask, TimeSpan limit, CancellationToken cancellationToken)
    {
        _uses++;
        return LimitedAsync(limit, token => ask(session, token), cancellationToken);
    }

    /// <summary>Has the process run a text whose answer nobody needs.</summary>
    /// <exception cref="LeanSessionException">The process failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task ExerciseAsync(string text, CancellationToken cancellationToken) =>
        Leave((await session.RunAsync(text, null, cancellationToken).ConfigureAwait(false)).Environment);

    /// <summary>Forgets what finished checks left behind, many at a time: each request to forget keeps the next check waiting.</summary>
    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        if (_garbage.Count >= MaxGarbage)
        {
            await session.DropAsync(_garbage, cancellationToken).ConfigureAwait(false);
            _garbage.Clear();
        }
    }

    public ValueTask DisposeAsync() => session.DisposeAsync();

    /// <summary>The header's environment, from memory or elaborated now; null when the header has errors,
    /// so that Lean says about the whole text what it always says.</summary>
    private async Task<LeanReply?> WarmAsync(CheckQuestion question, CancellationToken cancellationToken)
    {
        if (_headers.Find(question.HeaderText) is { } warm)
        {
            return warm;
        }

        var reply = await LimitedAsync(
            options.HeaderTimeLimit, token => session.RunAsync(question.HeaderText, null, token), cancellationToken).ConfigureAwait(false);
        if (reply.HasErrors)
        {
            Leave(reply.Environment);
            return null;
        }

        Leave(_headers.Add(question.HeaderText, reply));

        return reply;
    }

    private async Task<CompiledModule> CompileAsync(int environment, string text, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"prover-{Guid.NewGuid():N}.olean");
        try
        {
            await session.WriteOleanAsync(environment, text, path, cancellationToken).ConfigureAwait(false);
            var bytes = new FileInfo(path).Length;
            return bytes <= options.MaxCompiledBytes
                ? new CompiledModule(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false))
                : throw new LeanSessionException($"The compiled file has {bytes:N0} bytes, more than the limit of {options.MaxCompiledBytes:N0}.");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private void Leave(int? environment)
    {
        if (environment is { } id)
        {
            _garbage.Add(id);
        }
    }

    private async Task<T> LimitedAsync<T>(TimeSpan limit, Func<CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await run(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new CheckTimeoutException(limit);
        }
    }
}

/// <summary>A limit of a check passed.</summary>
internal sealed class CheckTimeoutException(TimeSpan limit) : Exception
{
    public TimeSpan Limit => limit;
}
