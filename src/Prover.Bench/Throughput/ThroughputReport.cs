using System.Text.Json;

namespace Prover.Bench.Throughput;

/// <summary>What <see cref="ThroughputBenchmark"/> measured; every verdict in it was the expected one.</summary>
/// <param name="Lean">Which Lean.</param>
/// <param name="LeanHash">The hash of what determines its answers.</param>
/// <param name="System">Operating system and architecture.</param>
/// <param name="Processors">Logical processors.</param>
/// <param name="Corpus">The texts.</param>
/// <param name="WarmUpRounds">Rounds before anything was measured.</param>
/// <param name="Rounds">Rounds that were measured: every <see cref="Spread"/> is over these.</param>
/// <param name="Taken">When it was finished.</param>
public sealed record ThroughputReport(
    string Lean, string LeanHash, string System, int Processors, CorpusDescription Corpus, int WarmUpRounds, int Rounds, DateTimeOffset Taken)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <summary>The pools, in the order asked for.</summary>
    public required IReadOnlyList<PoolThroughput> Pools { get; init; }

    /// <summary>One process per proof beside them; null when that was left out.</summary>
    public ProcessThroughput? Processes { get; init; }

    /// <summary>A control: how much more the machine did, at the same moments, with as many busy loops as the largest pool has workers than with
    /// one; null when no pool has more than one worker. More than this no pool can gain.</summary>
    public Spread? BusyLoops { get; init; }

    /// <summary>As one JSON object, names in snake case, seconds and bytes as numbers.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);
}

/// <summary>The texts that were verified.</summary>
/// <param name="Texts">How many.</param>
/// <param name="Proofs">How many of them are proofs.</param>
/// <param name="Sha256">Hex SHA-256 over statements, texts and expected verdicts: figures of different texts are not comparable.</param>
public sealed record CorpusDescription(int Texts, int Proofs, string Sha256);

/// <summary>A warm pool, with the whole stack above it, at the strongest grade.</summary>
/// <param name="Workers">Its workers; as many callers ask, each for the next text when it has its answer.</param>
/// <param name="VerdictsPerSecond">Texts of a round by its wall-clock seconds, good and bad.</param>
/// <param name="ProofsPerSecond">The same of those texts that are proofs: the bad ones take their time too.</param>
/// <param name="WallToElaboration">Wall-clock time of a round by the sum of Lean's own elaboration times in it: 1 would be one worker without any
/// cost beside elaboration, and no audit and no replay. Null where Lean does not tell its own time, as a native one.</param>
/// <param name="Latency">From question to verdict.</param>
/// <param name="LeanMemoryBytes">Most memory of its Lean processes, the trusted ones included, that was seen.</param>
/// <param name="OwnMemoryBytes">Most memory of this process that was seen meanwhile; all pools are in it.</param>
/// <param name="Restarts">Processes that were replaced, from the start of the warm-up.</param>
public sealed record PoolThroughput(
    int Workers,
    Spread VerdictsPerSecond,
    Spread ProofsPerSecond,
    Spread? WallToElaboration,
    Latency Latency,
    long LeanMemoryBytes,
    long OwnMemoryBytes,
    long Restarts)
{
    /// <summary>How many times as many verdicts as the first pool in the same round; null for the first.</summary>
    public Spread? AgainstFirst { get; init; }
}

/// <summary>Latencies of all verdicts of all measured rounds, in seconds.</summary>
/// <param name="P50">Median.</param>
/// <param name="P90">The latency that 90 % do not exceed.</param>
/// <param name="P99">The latency that 99 % do not exceed.</param>
/// <param name="Max">The longest.</param>
public sealed record Latency(double P50, double P90, double P99, double Max);

/// <summary>One process per proof: it is started, elaborates the text and ends; no audit, no replay, no comparison with a statement.</summary>
/// <param name="Texts">Texts that were elaborated so, in all rounds.</param>
/// <param name="StartSeconds">From the start of a process to its being ready, over all of them.</param>
/// <param name="SecondsPerText">Means of the rounds.</param>
/// <param name="AgainstPool">Time of a round's texts by the time that the first pool took, in the same round, to verify the same texts.</param>
public sealed record ProcessThroughput(int Texts, Spread StartSeconds, Spread SecondsPerText, Spread AgainstPool);
