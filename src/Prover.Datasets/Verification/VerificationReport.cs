using Prover.Core.Verification;

namespace Prover.Datasets.Verification;

/// <summary>Which proofs are verified, and how.</summary>
public sealed record DatasetVerificationOptions
{
    /// <summary>How many are drawn; null takes all.</summary>
    public int? Sample { get; init; }

    /// <summary>Seed of the drawing.</summary>
    public int Seed { get; init; }

    /// <summary>The grade to reach; null takes the one that each row claims.</summary>
    public Grade? Grade { get; init; }

    /// <summary>Wall-clock limit of each check; null takes the checker's own.</summary>
    public TimeSpan? TimeLimit { get; init; }
}

/// <summary>How the check of one proof ended.</summary>
public enum ProofCheckKind
{
    /// <summary>Lean accepts it as a proof of its row's statement, at the grade asked for.</summary>
    Verified,

    /// <summary>It is no proof of its row's statement, or the row claims what is not so.</summary>
    Failed,

    /// <summary>The time limit passed first; nothing is known.</summary>
    TimedOut,

    /// <summary>The machinery failed; nothing is known.</summary>
    Infrastructure,
}

/// <summary>A proof and how its check ended.</summary>
/// <param name="Proof">The proof.</param>
/// <param name="Kind">How.</param>
/// <param name="Reason">Why it is not verified; null when it is.</param>
public sealed record ProofCheck(ExportedProof Proof, ProofCheckKind Kind, string? Reason);

/// <summary>What became of all of them.</summary>
/// <param name="Verified">Proofs that hold.</param>
/// <param name="Failed">Proofs that do not.</param>
/// <param name="TimedOut">Proofs of which nothing is known, for time.</param>
/// <param name="Infrastructure">Proofs of which nothing is known, for a failure of the machinery.</param>
/// <param name="Problems">The first hundred that are not verified, in the order of the files.</param>
public sealed record VerificationReport(long Verified, long Failed, long TimedOut, long Infrastructure, IReadOnlyList<ProofCheck> Problems)
{
    /// <summary>How many were checked.</summary>
    public long Checked => Verified + Failed + TimedOut + Infrastructure;

    /// <summary>True when every one holds.</summary>
    public bool IsGood => Checked == Verified;
}

/// <summary>Counts checks; thread-safe.</summary>
internal sealed class VerificationTally
{
    private const int MostTold = 100;

    private readonly Lock _gate = new();
    private readonly long[] _counts = new long[Enum.GetValues<ProofCheckKind>().Length];
    private readonly List<ProofCheck> _problems = [];

    public void Add(ProofCheck check)
    {
        lock (_gate)
        {
            _counts[(int)check.Kind]++;
            if (check.Kind != ProofCheckKind.Verified && _problems.Count < MostTold)
            {
                _problems.Add(check);
            }
        }
    }

    public VerificationReport Report()
    {
        lock (_gate)
        {
            return new VerificationReport(
                _counts[(int)ProofCheckKind.Verified],
                _counts[(int)ProofCheckKind.Failed],
                _counts[(int)ProofCheckKind.TimedOut],
                _counts[(int)ProofCheckKind.Infrastructure],
                [.. _problems.OrderBy(p => p.Proof.File, StringComparer.Ordinal).ThenBy(p => p.Proof.Row)]);
        }
    }
}
