using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Sequences;

/// <summary>Identities and divisibilities about powers, sums and recurrences, by induction over a closed set of polynomials in the state: closed
/// forms of sums, Cassini's and its like, addition formulas, annihilating recurrences modulo m, divisibility by polynomials.</summary>
internal sealed class ClosureSource : ICertificateSource
{
    /// <inheritdoc />
    public string Class => "sequence";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        var parts = TopLevel.Split(goal.Conclusion, " ∧ ");
        foreach (var variable in Variables(goal))
        {
            var helpers = new HelperList();
            var proofs = parts.Select(part => ClosureProof.Of(goal.With(part.Trim()), variable, helpers, 0, cancellationToken)).TakeWhile(p => p is not null).ToList();
            if (proofs.Count == parts.Count)
            {
                var script = parts.Count == 1
                    ? proofs[0]!.Tactics
                    : string.Join('\n', proofs.Select((p, i) => $"{(i < parts.Count - 1 ? "refine ⟨?_, ?_⟩\n" : string.Empty)}{Script.Bullet(p!.Tactics)}"));
                yield return new Finding(string.Join("; ", proofs.Select(p => p!.Summary)), script) { Helpers = helpers.Text, Class = ClassOf(goal), MaxHeartbeats = 800_000 };
            }
        }
    }

    private static string ClassOf(IdentityGoal goal)
    {
        var rules = SequenceRule.In(goal.Features).Where(r => LeanNames.Mentions(goal.Conclusion, r.Function)).ToList();
        return rules.Exists(r => r.Order > 1) ? "recurrence" : rules.Count > 0 ? "sum"
            : goal.Features.Scalars.Exists(s => s.Kind == NumberKind.Int) ? "divisibility" : "powers";
    }

    /// <summary>Natural variables of the conclusion, those in exponents and indices first.</summary>
    internal static IEnumerable<string> Variables(IdentityGoal goal) => goal.Features.Naturals.Select(v => v.Name)
        .Where(v => LeanNames.Mentions(goal.Conclusion, v))
        .OrderBy(v => LeanNames.InExponent(goal.Conclusion, v)
            || goal.Features.Functions.Exists(f => goal.Conclusion.Contains($"{f.Name} {v}", StringComparison.Ordinal) || goal.Conclusion.Contains($"{f.Name} (", StringComparison.Ordinal)) ? 0 : 1)
        .Take(3).ToList();
}
