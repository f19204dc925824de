using Prover.Rounds.Makers.Variants;
using Prover.Rounds.Rounds;
using Prover.Rounds.Schedules;

namespace Prover.Rounds.Reports;

/// <summary>A variant of an unsolved problem, and what has become of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parent">The problem that it is a variant of.</param>
/// <param name="Kind">How it comes from it.</param>
/// <param name="Detail">What was changed, e.g. <c>n = 2</c>.</param>
/// <param name="Round">The round that made it.</param>
public sealed record VariantReport(string Name, string Parent, VariantKind Kind, string Detail, int Round)
{
    /// <summary>How the last round that tried it ended for it; null where none did.</summary>
    public ProblemOutcome? Outcome { get; init; }

    internal static async Task<IReadOnlyList<VariantReport>> ReadAsync(RoundsFolder folder, int rounds, CancellationToken cancellationToken)
    {
        var variants = await folder.ReadVariantsAsync(cancellationToken).ConfigureAwait(false);
        var outcomes = new Dictionary<string, ProblemOutcome>(StringComparer.Ordinal);
        for (var round = 1; round < rounds && variants.Count > 0; round++)
        {
            foreach (var (problem, outcome) in await folder.ReadOutcomesAsync(round, cancellationToken).ConfigureAwait(false))
            {
                outcomes[problem] = outcome;
            }
        }

        return
        [
            .. variants.Select(v => new VariantReport(v.Name, v.Training.Parent!, v.Kind, v.Detail, v.Round)
            {
                Outcome = outcomes.TryGetValue(v.Name, out var outcome) ? outcome : null,
            }),
        ];
    }
}
