using Prover.Bench.Throughput.Corpus;
using Prover.Core.Lean;
using Prover.Lean.Pool;

namespace Prover.Bench.Throughput;

/// <summary>What <see cref="ThroughputBenchmark"/> measures.</summary>
public sealed record ThroughputOptions
{
    /// <summary>The Lean that is measured; its compiled library must be readable (<see cref="Prover.Lean.Library.ILibrarySource"/>).</summary>
    public required ILeanToolchain Toolchain { get; init; }

    /// <summary>Numbers of workers, each measured with a pool of its own. Default: 1, and as many as processors and memory carry.</summary>
    public IReadOnlyList<int> Workers { get; init; } = [.. new[] { 1, new LeanPoolOptions().Workers }.Distinct()];

    /// <summary>Rounds through the corpus before anything is measured, at least 1: they start the processes, fill what is kept warm and compile the
    /// trusted statements. Default 2.</summary>
    public int WarmUpRounds { get; init; } = 2;

    /// <summary>Rounds that are measured. Default 5.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>Texts of a round that are elaborated in a process of their own as well, different ones each round; starting a process takes
    /// seconds. Default 8; 0 leaves the comparison out.</summary>
    public int ProcessesPerRound { get; init; } = 8;

    /// <summary>The pools' other settings. Default: Prover's own, but no spares, which only stand by.</summary>
    public LeanPoolOptions Pool { get; init; } = new() { Spares = 0 };

    /// <summary>The texts.</summary>
    public IReadOnlyList<CorpusText> Corpus { get; init; } = StandardCorpus.Texts;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Throws when a setting makes no sense.</summary>
    /// <exception cref="ArgumentException">The message names the setting.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(WarmUpRounds, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Rounds, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(ProcessesPerRound);
        if (Workers.Count == 0 || Workers.Any(w => w < 1) || Workers.Distinct().Count() != Workers.Count)
        {
            throw new ArgumentException("Name at least one number of workers, each from 1 up and once.", nameof(Workers));
        }

        if (Corpus.Count == 0)
        {
            throw new ArgumentException("There is no text to verify.", nameof(Corpus));
        }
    }
}
