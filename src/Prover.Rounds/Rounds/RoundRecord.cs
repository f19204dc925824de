using Prover.Rounds.Problems;
using Prover.Rounds.Promotion;
using Prover.Rounds.Provers;
using Prover.Rounds.Schedules;

namespace Prover.Rounds.Rounds;

/// <summary>How far a round is; each is on the disk once its part is done, and never done again.</summary>
public enum RoundPhase
{
    /// <summary>Nothing is done.</summary>
    Begun,

    /// <summary>The problems are chosen.</summary>
    Chosen,

    /// <summary>The prover was asked.</summary>
    Attempted,

    /// <summary>New proofs are in the pool.</summary>
    Collected,

    /// <summary>A new version is made.</summary>
    Learned,

    /// <summary>It was asked the held-out problems.</summary>
    Evaluated,

    /// <summary>It is promoted, or not: the round is over.</summary>
    Decided,
}

/// <summary>What a round has come to; the file <c>round.json</c>. It holds no times: a round that was killed and gone on with reads like one that was not.</summary>
/// <param name="Round">Its number; 0 is the measurement of the prover that has learned nothing.</param>
/// <param name="Phase">How far it is.</param>
/// <param name="Prover">The version that was asked.</param>
public sealed record RoundRecord(int Round, RoundPhase Phase, ProverVersion Prover)
{
    /// <summary>The window of the schedule; null in round 0.</summary>
    public int? Window { get; init; }

    /// <summary>The schedule's bands as the round began.</summary>
    public IReadOnlyList<DifficultyBand> Bands { get; init; } = [];

    /// <summary>Problems that were chosen.</summary>
    public int Chosen { get; init; }

    /// <summary>Problems that are not trained on, since they would give held-out ones away.</summary>
    public IReadOnlyList<ExcludedProblem> Excluded { get; init; } = [];

    /// <summary>Problems that are not trained on, since an earlier one has their statement up to names.</summary>
    public IReadOnlyList<Duplicate> Duplicates { get; init; } = [];

    /// <summary>How the chosen problems ended.</summary>
    public IReadOnlyDictionary<ProblemOutcome, int> Outcomes { get; init; } = new Dictionary<ProblemOutcome, int>();

    /// <summary>Variants of problems that it left unsolved, for later rounds.</summary>
    public int Variants { get; init; }

    /// <summary>Of the solved problems, those that are variants that an earlier round made.</summary>
    public int SolvedVariants { get; init; }

    /// <summary>Proofs that are new in the pool.</summary>
    public int NewProofs { get; init; }

    /// <summary>Proofs in the pool, once this round's are in it.</summary>
    public int PoolSize { get; init; }

    /// <summary>The version that was made; null before.</summary>
    public ProverVersion? Candidate { get; init; }

    /// <summary>What was decided; null before.</summary>
    public Decision? Decision { get; init; }

    /// <summary>The version that the next round goes on with; null before the round is over.</summary>
    public ProverVersion? Successor => Decision is null ? null
        : Decision.Kind is DecisionKind.RolledBack ? Prover : Candidate;
}

/// <summary>How a problem ended in a round; a line of <c>outcomes.jsonl</c>.</summary>
/// <param name="Problem">Its name.</param>
/// <param name="Outcome">How.</param>
public sealed record RoundOutcome(string Problem, ProblemOutcome Outcome);
