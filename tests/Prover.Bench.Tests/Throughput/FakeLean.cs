using Microsoft.Extensions.Time.Testing;
using Prover.Bench.Throughput;
using Prover.Bench.Throughput.Corpus;
using Prover.Core.Auditing;
using Prover.Core.Lean;
using Prover.Core.Verification;

namespace Prover.Bench.Tests.Throughput;

/// <summary>Verifiers, and a toolchain, that take as long as a test says on a clock of their own: the arithmetic is what is tested, never Lean.</summary>
internal sealed class FakeLean(FakeTimeProvider time) : IVerificationStacks, IVerifier, ILeanToolchain
{
    public const long Memory = 3_000_000;

    /// <summary>What a text gets; by default what is known of it.</summary>
    public Func<CorpusText, Verdict> Judge { get; set; } = Known;

    /// <summary>Seconds that the n-th verdict takes, from 0.</summary>
    public Func<int, double> Seconds { get; set; } = _ => 1;

    /// <summary>Seconds that a process takes to start, and then for a text.</summary>
    public (double Start, double Text) Process { get; set; } = (7, 2);

    /// <summary>Whether a process of its own reports errors in a text; by default what is known of it.</summary>
    public Func<CorpusText, bool> HasErrors { get; set; } = text => text.Refused == RefusalRule.Error;

    public List<VerifyRequest> Requests { get; } = [];

    /// <summary>Texts that were elaborated in processes of their own.</summary>
    public List<string> Elaborated { get; } = [];

    public IReadOnlyList<CorpusText> Corpus { get; init; } =
    [
        new("a", "theorem a : True", "a"), new("b", "theorem b : True", "b"), new("c", "theorem c : True", "c", RefusalRule.Error), new("d", "theorem d : True", "d"),
    ];

    public static Verdict Known(CorpusText text) => text.Refused is { } rule
        ? new Verdict { Kind = VerdictKind.Rejected, Refusal = new Refusal(rule, "No."), Elaboration = TimeSpan.FromSeconds(0.5) }
        : new Verdict { Kind = VerdictKind.Proved, Grade = Verifier.StrongestGrade, Elaboration = TimeSpan.FromSeconds(0.5) };

    public Task<ThroughputReport> RunAsync(Func<ThroughputOptions, ThroughputOptions>? change = null, CancellationToken cancellationToken = default)
    {
        var options = new ThroughputOptions { Toolchain = this, Workers = [1], WarmUpRounds = 1, Rounds = 2, ProcessesPerRound = 2, Corpus = Corpus, Time = time };
        return ThroughputBenchmark.RunAsync(change?.Invoke(options) ?? options, this, null, cancellationToken);
    }

    public VerificationStack Open(int workers) => new(workers, this, () => Memory, () => 0);

    public Task<Verdict> VerifyAsync(VerifyRequest request, CancellationToken cancellationToken = default)
    {
        lock (Requests)
        {
            time.Advance(TimeSpan.FromSeconds(Seconds(Requests.Count)));
            Requests.Add(request);
        }

        return Task.FromResult(Judge(Corpus.Single(t => t.Text == request.Text)));
    }

    public Task<ToolchainIdentity> PrepareAsync(IProgress<ToolchainProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ToolchainIdentity("fake", "0", "00", HasMathlib: false));

    public Task<ILeanSession> OpenAsync(LeanImports imports, CancellationToken cancellationToken = default)
    {
        time.Advance(TimeSpan.FromSeconds(Process.Start));
        return Task.FromResult<ILeanSession>(new Session(this, time));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Session(FakeLean lean, FakeTimeProvider time) : ILeanSession
    {
        public bool IsAlive => true;

        public long MemoryBytes => 0;

        public bool IsWorn => false;

        public Task<LeanReply> RunAsync(string text, int? environment = null, CancellationToken cancellationToken = default)
        {
            time.Advance(TimeSpan.FromSeconds(lean.Process.Text));
            lean.Elaborated.Add(text);
            var error = lean.HasErrors(lean.Corpus.Single(t => t.Text == text));
            return Task.FromResult(new LeanReply(0, error ? [new LeanMessage(LeanSeverity.Error, new LeanPosition(1, 0), null, "no")] : [], [], TimeSpan.Zero));
        }

        public Task<TheoremDescription> DescribeAsync(int environment, TheoremQuestion question, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException("Nothing is asked of a process of its own but to elaborate.");

        public Task WriteOleanAsync(int environment, string text, string path, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException("Nothing is asked of a process of its own but to elaborate.");

        public Task DropAsync(IReadOnlyList<int> environments, CancellationToken cancellationToken = default) => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
