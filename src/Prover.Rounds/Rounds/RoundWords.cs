using Prover.Rounds.Schedules;

namespace Prover.Rounds.Rounds;

/// <summary>A round's record in a sentence.</summary>
internal static class RoundWords
{
    public static string Of(RoundRecord record) => record.Phase switch
    {
        RoundPhase.Chosen => $"{record.Chosen} problems chosen, {record.Window} of {record.Bands.Count} bands open{KeptOut(record)}",
        RoundPhase.Attempted => "all of them attempted",
        RoundPhase.Collected => $"{record.Outcomes.GetValueOrDefault(ProblemOutcome.Solved)} solved{(record.SolvedVariants > 0 ? $" ({record.SolvedVariants} of them variants)" : string.Empty)}, {record.NewProofs} new proofs, {record.PoolSize} in the pool{(record.Variants > 0 ? $", {record.Variants} variants made of what is unsolved" : string.Empty)}",
        RoundPhase.Learned => record.Round == 0 ? $"{record.Prover} is to be measured" : $"{record.Candidate} made from {record.Prover}",
        RoundPhase.Evaluated => "held-out problems attempted",
        RoundPhase.Decided => $"{Word(record)}: {record.Decision!.Reason}",
        _ => "begun",
    };

    private static string KeptOut(RoundRecord record) =>
        (record.Excluded.Count > 0 ? $", {record.Excluded.Count} kept out for the held-out problems" : string.Empty)
        + (record.Duplicates.Count > 0 ? $", {record.Duplicates.Count} as duplicates" : string.Empty);

    private static string Word(RoundRecord record) => record.Decision!.Kind switch
    {
        Promotion.DecisionKind.Baseline => "baseline",
        Promotion.DecisionKind.Promoted => $"{record.Candidate} promoted",
        Promotion.DecisionKind.RolledBack => $"rolled back to {record.Prover}",
        _ => "unchanged",
    };
}
