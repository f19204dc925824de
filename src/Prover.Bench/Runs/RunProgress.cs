namespace Prover.Bench.Runs;

/// <summary>How far a run is.</summary>
/// <param name="Phase">What is being done.</param>
/// <param name="Done">Statements examined, or samples on record, by all processes.</param>
/// <param name="Total">How many there will be.</param>
public sealed record RunProgress(RunPhase Phase, int Done, int Total)
{
    /// <summary>Problems with a proof on record.</summary>
    public int Solved { get; init; }

    /// <summary>How many of them were done in a minute since this process joined, by all processes; null before the first.</summary>
    public double? PerMinute { get; init; }

    /// <summary>Wall-clock time that the rest takes at that rate; null before the first.</summary>
    public TimeSpan? Remaining { get; init; }

    /// <summary>Tokens of models so far, prompts and answers together.</summary>
    public long Tokens { get; init; }

    /// <summary>Price of them.</summary>
    public decimal Cost { get; init; }

    /// <summary>What has just ended, in words; null when nothing has.</summary>
    public string? Last { get; init; }
}

/// <summary>The parts of a run.</summary>
public enum RunPhase
{
    /// <summary>Statements are examined.</summary>
    Checking,

    /// <summary>The prover is asked.</summary>
    Proving,

    /// <summary>Everything is recorded or under way in other processes.</summary>
    Waiting,
}

/// <summary>How a process takes part in a run; does not change results.</summary>
public sealed record RunOptions
{
    /// <summary>Samples, or examinations, under way at the same time.</summary>
    public int Parallelism { get; init; } = 1;

    /// <summary>Whether samples on which the machinery failed are done again; what they were stays on record.</summary>
    public bool RetryFailures { get; init; }

    /// <summary>So many failures of the machinery in a row stop the run: going on would record nothing but them.</summary>
    public int MaxFailuresInARow { get; init; } = 12;

    /// <summary>How often a process that has nothing left to do looks whether another one has left something behind.</summary>
    public TimeSpan LookAgain { get; init; } = TimeSpan.FromSeconds(1);
}
