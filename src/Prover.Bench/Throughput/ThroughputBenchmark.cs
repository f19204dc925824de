using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Prover.Bench.Throughput.Corpus;
using Prover.Core.Lean;
using Prover.Core.Verification;

namespace Prover.Bench.Throughput;

/// <summary>How fast Prover verifies: a fixed corpus of good, bad and slow texts, each against its trusted statement at the strongest grade.</summary>
/// <remarks>Warm pools of every size asked for and one process per proof take turns, so that a machine that slows down slows all of them.
/// Statements are compiled in the warm-up and remembered, as in a search that checks many candidates for one statement.</remarks>
public static class ThroughputBenchmark
{
    /// <summary>Measures; takes minutes.</summary>
    /// <param name="options">What.</param>
    /// <param name="progress">Told, in a sentence, what is done next.</param>
    /// <param name="cancellationToken">Ends it; nothing is left running.</param>
    /// <exception cref="ArgumentException">An option makes no sense.</exception>
    /// <exception cref="UnexpectedVerdictException">A verdict was not the expected one: there are no figures then.</exception>
    /// <exception cref="ToolchainException">Lean can't be made ready or started.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<ThroughputReport> RunAsync(
        ThroughputOptions options, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var stacks = new VerificationStacks(options.Toolchain, options.Pool, options.Workers.Max());
        await using (stacks.ConfigureAwait(false))
        {
            return await RunAsync(options, stacks, progress, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The same with verifiers of one's own.</summary>
    internal static async Task<ThroughputReport> RunAsync(
        ThroughputOptions options, IVerificationStacks stacks, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        progress?.Report("Making Lean ready.");
        var lean = await options.Toolchain.PrepareAsync(null, cancellationToken).ConfigureAwait(false);
        List<PoolRounds> pools = [.. options.Workers.Select(workers => new PoolRounds(stacks.Open(workers), options.Corpus, options.Time))];
        var processes = new ProcessRounds(options.Toolchain, options.Corpus, options.ProcessesPerRound, options.Time);
        var loops = new List<double>();
        for (var round = 1; round <= options.WarmUpRounds; round++)
        {
            foreach (var pool in pools)
            {
                progress?.Report($"Warm-up {round} of {options.WarmUpRounds}, {Count(pool.Workers)}.");
                await pool.WarmUpAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        for (var round = 1; round <= options.Rounds; round++)
        {
            PoolRound? first = null;
            foreach (var pool in pools)
            {
                progress?.Report($"Round {round} of {options.Rounds}, {Count(pool.Workers)}.");
                var measured = await pool.MeasureAsync(cancellationToken).ConfigureAwait(false);
                first ??= measured;
            }

            if (options.Workers.Max() > 1)
            {
                loops.Add(await BusyLoops.GainAsync(options.Workers.Max(), cancellationToken).ConfigureAwait(false));
            }

            if (options.ProcessesPerRound > 0)
            {
                progress?.Report($"Round {round} of {options.Rounds}, one process per proof.");
                await processes.MeasureAsync(first!, cancellationToken).ConfigureAwait(false);
            }
        }

        return new ThroughputReport(
            lean.ToString(),
            lean.Hash,
            $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}",
            Environment.ProcessorCount,
            Describe(options.Corpus),
            options.WarmUpRounds,
            options.Rounds,
            options.Time.GetUtcNow())
        {
            Pools = [.. pools.Select(pool => pool.Report(pools[0]))],
            Processes = options.ProcessesPerRound > 0 ? processes.Report() : null,
            BusyLoops = loops.Count > 0 ? Spread.Of(loops) : null,
        };
    }

    private static CorpusDescription Describe(IReadOnlyList<CorpusText> corpus) => new(
        corpus.Count,
        corpus.Count(t => t.Expected == VerdictKind.Proved),
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', corpus.Select(t => $"{t.Statement}\0{t.Text}\0{t.Refused}"))))));

    private static string Count(int workers) => workers == 1 ? "1 worker" : $"{workers} workers";
}
