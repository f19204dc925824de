using Prover.Bench.Runs;
using Prover.Bench.Scores;
using Prover.Rounds.Problems;
using Prover.Rounds.Promotion;
using Prover.Rounds.Rounds;
using Prover.Rounds.Schedules;

namespace Prover.Rounds.Reports;

/// <summary>What a campaign has come to, finished or not.</summary>
/// <param name="Name">What to call it: its folder's name.</param>
/// <param name="Settings">What was asked for.</param>
/// <param name="Rounds">Its rounds, round 0 first.</param>
public sealed record CampaignReport(string Name, CampaignSettings Settings, IReadOnlyList<RoundReport> Rounds)
{
    /// <summary>Whether all rounds are over.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Problems that may be trained on.</summary>
    public required int TrainingProblems { get; init; }

    /// <summary>Problems that are not trained on, since they would give held-out ones away.</summary>
    public IReadOnlyList<ExcludedProblem> Excluded { get; init; } = [];

    /// <summary>Problems that are not trained on, since an earlier one has their statement up to names.</summary>
    public IReadOnlyList<Duplicate> Duplicates { get; init; } = [];

    /// <summary>Variants of unsolved problems, with what has become of them.</summary>
    public IReadOnlyList<VariantReport> Variants { get; init; } = [];

    /// <summary>Gathers it.</summary>
    /// <exception cref="RoundsException">A file is damaged.</exception>
    public static async Task<CampaignReport> ReadAsync(RoundsFolder folder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var records = await folder.ReadRoundsAsync(cancellationToken).ConfigureAwait(false);
        List<RoundReport> rounds = [];
        foreach (var record in records)
        {
            // A run that goes on has figures too, but of the problems that happen to be done: none are given.
            var heldOut = record.Phase >= RoundPhase.Evaluated
                ? Scorer.Score(await RunFolder.ReadAsync(folder.Paths.Round(record.Round).HeldOut, cancellationToken).ConfigureAwait(false)).All
                : null;
            rounds.Add(RoundReport.Of(record, heldOut, rounds.Count == 0 ? 0 : rounds[^1].SolvedInAll));
        }

        return new CampaignReport(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder.Path)), folder.Settings, rounds)
        {
            IsComplete = records.Count == folder.Settings.Rounds + 1 && records[^1].Phase == RoundPhase.Decided,
            TrainingProblems = folder.Train.Count,
            Excluded = records.Count > 1 ? records[1].Excluded : [],
            Duplicates = records.Count > 1 ? records[1].Duplicates : [],
            Variants = await VariantReport.ReadAsync(folder, records.Count, cancellationToken).ConfigureAwait(false),
        };
    }
}

/// <summary>What a round has come to.</summary>
/// <param name="Round">Its number.</param>
/// <param name="Phase">How far it is.</param>
/// <param name="Prover">The version that was asked; see <see cref="Provers.ProverVersion"/>.</param>
public sealed record RoundReport(int Round, RoundPhase Phase, int Prover)
{
    /// <summary>The version that was made; null before. It is made from <see cref="Prover"/>.</summary>
    public int? Candidate { get; init; }

    /// <summary>Bands of the schedule that were open; null in round 0.</summary>
    public int? Window { get; init; }

    /// <summary>Problems that were chosen.</summary>
    public int Chosen { get; init; }

    /// <summary>How they ended.</summary>
    public IReadOnlyDictionary<ProblemOutcome, int> Outcomes { get; init; } = new Dictionary<ProblemOutcome, int>();

    /// <summary>Problems that this round solved, without variants.</summary>
    public int Solved { get; init; }

    /// <summary>Variants that this round solved.</summary>
    public int SolvedVariants { get; init; }

    /// <summary>Variants that this round made of problems that it left unsolved.</summary>
    public int Variants { get; init; }

    /// <summary>Problems that this round and those before it solved, without variants.</summary>
    public int SolvedInAll { get; init; }

    /// <summary>Proofs that are new in the pool.</summary>
    public int NewProofs { get; init; }

    /// <summary>Proofs in the pool.</summary>
    public int PoolSize { get; init; }

    /// <summary>Score of the new version on the held-out problems; null before.</summary>
    public GroupScore? HeldOut { get; init; }

    /// <summary>What was decided; null before.</summary>
    public Decision? Decision { get; init; }

    /// <summary>pass@1 on the held-out problems; null before, and where there is none.</summary>
    public ScoreInterval? PassAt1() => HeldOut?.PassAtK.FirstOrDefault(p => p.K == 1)?.Score;

    internal static RoundReport Of(RoundRecord record, GroupScore? heldOut, int solvedBefore)
    {
        var solved = record.Outcomes.GetValueOrDefault(ProblemOutcome.Solved) - record.SolvedVariants;
        return new RoundReport(record.Round, record.Phase, record.Prover.Version)
        {
            Candidate = record.Candidate?.Version,
            Window = record.Window,
            Chosen = record.Chosen,
            Outcomes = record.Outcomes,
            Solved = solved,
            SolvedVariants = record.SolvedVariants,
            Variants = record.Variants,
            SolvedInAll = solvedBefore + solved,
            NewProofs = record.NewProofs,
            PoolSize = record.PoolSize,
            HeldOut = heldOut,
            Decision = record.Decision,
        };
    }
}
