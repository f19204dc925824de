namespace Prover.Core.Repair;

/// <summary>Limits of a repair loop; tokens and wall-clock time are the search's.</summary>
public sealed record RepairOptions
{
    /// <summary>Repairs of repairs: 0 is fresh samples only, 2 what Goedel-Prover-V2 uses.</summary>
    public int MaxRounds { get; init; } = 4;

    /// <summary>Times that one attempt is repaired.</summary>
    public int MaxBranches { get; init; } = 2;

    /// <summary>Questions in all.</summary>
    public int MaxRequests { get; init; } = 256;

    /// <summary>Questions that are out at the same time.</summary>
    public int Parallelism { get; init; } = 4;

    /// <summary>Candidates that may wait for Lean, or for what can be kept of them, before no more are asked for.</summary>
    public int MaxWaiting { get; init; } = 16;

    /// <summary>Wall-clock time of each check for what can be kept of a proof.</summary>
    public TimeSpan PartialTimeLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Checks the values.</summary>
    /// <exception cref="ArgumentException">One is out of range.</exception>
    public RepairOptions Validated() =>
        MaxRounds < 0 || MaxBranches < 1 || MaxRequests < 1 || Parallelism < 1 || MaxWaiting < 1 || PartialTimeLimit <= TimeSpan.Zero
            ? throw new ArgumentException("Rounds must not be negative; branches, requests, parallelism, waiting candidates and the time limit must be positive.")
            : this;
}
