using System.Collections.Concurrent;
using Prover.Core.Lean;

namespace Prover.Lean.Tests.Pool;

/// <summary>A toolchain without Lean, for the pool's own logic: each session does what the text says.</summary>
internal sealed class FakeToolchain : ILeanToolchain
{
    private int _opened;

    public ConcurrentBag<FakeSession> Sessions { get; } = [];

    /// <summary>What running a text does; given the session and the text.</summary>
    public Func<FakeSession, string, CancellationToken, Task<LeanReply>> OnRun { get; set; } = (session, _, _) => Task.FromResult(session.Reply());

    /// <summary>What opening does before a session is there; given its number from 1.</summary>
    public Func<int, CancellationToken, Task> OnOpen { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Told of each new session.</summary>
    public Action<FakeSession> Born { get; set; } = _ => { };

    public int Opened => Volatile.Read(ref _opened);

    public Task<ToolchainIdentity> PrepareAsync(IProgress<ToolchainProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ToolchainIdentity("fake", "0", "00", HasMathlib: false));

    public async Task<ILeanSession> OpenAsync(LeanImports imports, CancellationToken cancellationToken = default)
    {
        var number = Interlocked.Increment(ref _opened);
        await OnOpen(number, cancellationToken);
        var session = new FakeSession(this, number, imports);
        Born(session);
        Sessions.Add(session);
        return session;
    }
}

/// <summary>A session of <see cref="FakeToolchain"/>; like a real one it dies of exceptions.</summary>
internal sealed class FakeSession(FakeToolchain toolchain, int number, LeanImports imports) : ILeanSession
{
    private int _nextEnvironment;

    public int Number => number;

    public LeanImports Imports => imports;

    public ConcurrentQueue<(string Text, int? Environment)> Runs { get; } = new();

    public ConcurrentQueue<int> Dropped { get; } = new();

    public bool IsAlive { get; private set; } = true;

    public bool IsDisposed { get; private set; }

    public long MemoryBytes { get; set; }

    public bool IsWorn { get; set; }

    public TimeSpan? ProcessorTime { get; set; }

    public LeanReply Reply(params LeanMessage[] messages) => new(_nextEnvironment++, messages, [], TimeSpan.Zero);

    public async Task<LeanReply> RunAsync(string text, int? environment = null, CancellationToken cancellationToken = default)
    {
        Runs.Enqueue((text, environment));
        try
        {
            return await toolchain.OnRun(this, text, cancellationToken).WaitAsync(cancellationToken);
        }
        catch
        {
            IsAlive = false;
            throw;
        }
    }

    public Task<TheoremDescription> DescribeAsync(int environment, TheoremQuestion question, CancellationToken cancellationToken = default) =>
        Task.FromResult<TheoremDescription>(new TheoremDescription.Found(new TheoremFacts(question.Name ?? "last", "theorem", [], "True", "f", [])));

    public Task WriteOleanAsync(int environment, string text, string path, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task DropAsync(IReadOnlyList<int> environments, CancellationToken cancellationToken = default)
    {
        foreach (var environment in environments)
        {
            Dropped.Enqueue(environment);
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        IsAlive = false;
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }
}
