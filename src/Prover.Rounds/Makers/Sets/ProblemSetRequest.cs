using Prover.Rounds.Problems.Contamination;

namespace Prover.Rounds.Makers.Sets;

/// <summary>Which problems to make.</summary>
public sealed record ProblemSetRequest
{
    /// <summary>How many.</summary>
    public required int Count { get; init; }

    /// <summary>The seed; the same request gives the same problems.</summary>
    public long Seed { get; init; }

    /// <summary>The smallest difficulty.</summary>
    public int From { get; init; } = MadeProblem.Easiest;

    /// <summary>The largest difficulty.</summary>
    public int To { get; init; } = MadeProblem.Hardest;

    /// <summary>The makers, each with the same share.</summary>
    public IReadOnlyList<IProblemMaker> Makers { get; init; } = ProblemMakers.All;

    /// <summary>Problems that it finds are left out; null to make all.</summary>
    public Decontamination? Avoid { get; init; }
}
