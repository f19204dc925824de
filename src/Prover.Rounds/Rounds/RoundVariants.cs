using Prover.Bench.Data;
using Prover.Rounds.Makers.Variants;
using Prover.Rounds.Problems.Keys;
using Prover.Rounds.Schedules;

namespace Prover.Rounds.Rounds;

/// <summary>Makes variants of the problems that a round left unsolved. A problem has variants once, in the first round that leaves it unsolved; variants
/// have none of their own, so that a campaign's problems do not grow without end.</summary>
/// <remarks>The same outcomes make the same variants: a round that was killed makes them again.</remarks>
internal sealed class RoundVariants(RoundsFolder folder, IContamination contamination)
{
    /// <summary>The variants, lemmas from goals at which attempts were stuck in turn with what follows from the problem, at most <see cref="CampaignSettings.Variants"/> of a problem: none that would give a held-out problem away, and none whose
    /// statement there is already, up to names.</summary>
    public async Task<IReadOnlyList<VariantProblem>> MakeAsync(
        int round, IReadOnlyList<RoundOutcome> outcomes, Func<string, IReadOnlyList<string>> stuckGoals, IReadOnlyList<VariantProblem> earlier, CancellationToken cancellationToken)
    {
        if (folder.Settings.Variants == 0)
        {
            return [];
        }

        var drafts = Drafts(round, outcomes, stuckGoals, earlier, cancellationToken);
        var excluded = (await contamination.FindAsync([.. drafts.Select(d => d.Training)], folder.HeldOut.Problems, cancellationToken).ConfigureAwait(false))
            .Select(e => e.Problem).ToHashSet(StringComparer.Ordinal);
        List<TrainingProblem> there = [.. folder.Train, .. earlier.Select(v => v.Training)];
        var statements = there.Select(p => StatementKey.Of(p.Problem.Statement).Text).ToHashSet(StringComparer.Ordinal);
        var made = new Dictionary<string, int>(StringComparer.Ordinal);
        List<VariantProblem> variants = [];
        foreach (var draft in drafts.Where(d => !excluded.Contains(d.Name)))
        {
            var parent = draft.Training.Parent!;
            if (made.GetValueOrDefault(parent) < folder.Settings.Variants && statements.Add(StatementKey.Of(draft.Training.Problem.Statement).Text))
            {
                made[parent] = made.GetValueOrDefault(parent) + 1;
                variants.Add(draft);
            }
        }

        return variants;
    }

    private List<VariantProblem> Drafts(
        int round, IReadOnlyList<RoundOutcome> outcomes, Func<string, IReadOnlyList<string>> stuckGoals, IReadOnlyList<VariantProblem> earlier, CancellationToken cancellationToken)
    {
        var given = folder.Train.ToDictionary(p => p.Name, StringComparer.Ordinal);
        var names = given.Keys.Concat(folder.HeldOut.Problems.Select(p => p.Name)).Concat(earlier.Select(v => v.Name)).ToHashSet(StringComparer.Ordinal);
        var parents = earlier.Select(v => v.Training.Parent).ToHashSet(StringComparer.Ordinal);
        List<VariantProblem> drafts = [];
        foreach (var (name, _) in outcomes.Where(o => o.Outcome is ProblemOutcome.NotProved or ProblemOutcome.TimedOut && !parents.Contains(o.Problem)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (given.TryGetValue(name, out var parent))
            {
                var follow = ProblemVariants.Of(LeanName(name), parent.Problem.Statement);
                var lemmas = stuckGoals(name).Select((goal, i) => StuckGoal.Lemma(LeanName(name), i + 1, goal)).OfType<Variant>().ToList();
                drafts.AddRange(InTurn(lemmas, follow).Where(v => names.Add(v.Name)).Select(v => Of(round, parent, v)));
            }
        }

        return drafts;
    }

    private static VariantProblem Of(int round, TrainingProblem parent, Variant variant)
    {
        var problem = new BenchProblem(variant.Name, parent.Problem.Split, parent.Problem.Header, $"{variant.Statement} := by sorry");

        // What follows from its parent is said to be as hard; the parent's failed tries make the difference.
        return new VariantProblem(round, variant.Kind, variant.Detail, new TrainingProblem(problem) { Difficulty = parent.Difficulty, Parent = parent.Name });
    }

    private static IEnumerable<Variant> InTurn(List<Variant> first, IReadOnlyList<Variant> second)
    {
        for (var i = 0; i < Math.Max(first.Count, second.Count); i++)
        {
            foreach (var variants in new[] { first, second }.Where(v => i < v.Count))
            {
                yield return variants[i];
            }
        }
    }

    // A problem's name need not be a theorem's.
    private static string LeanName(string name)
    {
        var written = string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '_' or '\'' ? c : '_'));
        return written.Length > 0 && (char.IsLetter(written[0]) || written[0] == '_') ? written : $"p{written}";
    }
}
