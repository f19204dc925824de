namespace Prover.Bench.Scores;

/// <summary>Two runs on the problems that both were asked, each problem's first samples up to the smaller number of the two.</summary>
/// <param name="A">Name of the first.</param>
/// <param name="B">Name of the second.</param>
/// <param name="Problems">Problems that are the same, to the letter, in both, and were asked in both.</param>
/// <param name="Samples">Samples of each problem that were compared.</param>
/// <param name="Both">Solved by both.</param>
/// <param name="OnlyA">Solved by the first only.</param>
/// <param name="OnlyB">Solved by the second only.</param>
/// <param name="Neither">Solved by neither.</param>
/// <param name="PValue">McNemar's test, exact and two-sided: how likely so uneven a split of the problems that differ is when the provers are
/// equally good; 1 when none differs.</param>
public sealed record Comparison(string A, string B, int Problems, int Samples, int Both, int OnlyA, int OnlyB, int Neither, double PValue)
{
    /// <summary>The problems that one solved and the other did not.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>How many of the differences a time-out or a failure of the machinery on the other side explains.</summary>
    public int Undetermined => Differences.Count(d => d.IsUndetermined);

    /// <summary>The test without those; null when there are none of them.</summary>
    public double? PValueOfDetermined { get; init; }

    /// <summary>What makes the comparison less than fair, in sentences: other data, another Lean, other limits, an unfinished run.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>A problem that only one of two runs solved.</summary>
/// <param name="Problem">Its name.</param>
/// <param name="SolvedBy">Name of the run that solved it.</param>
/// <param name="Other">How the samples of the other ended, in words, e.g. <c>1 timed out</c>.</param>
/// <param name="IsUndetermined">Whether a time-out or a failure is among them, so that the other might have solved it.</param>
public sealed record Difference(string Problem, string SolvedBy, string Other, bool IsUndetermined);
