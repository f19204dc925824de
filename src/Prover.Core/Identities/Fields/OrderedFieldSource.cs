using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Fields;

/// <summary>Inequalities and equations between polynomials over an ordered field (the rational numbers, or a type with <c>Lean.Grind.Field</c> and
/// <c>Lean.Grind.OrderedRing</c>): what is known and the negated claim contradict each other by a combination of products and squares.</summary>
internal sealed class OrderedFieldSource : ICertificateSource
{
    private const int MaxFacts = 24;

    /// <inheritdoc />
    public string Class => "ordered-field";

    /// <inheritdoc />
    public IEnumerable<Finding> Find(IdentityGoal goal, CancellationToken cancellationToken)
    {
        foreach (var setting in FieldSetting.Of(goal.Features).Where(s => s.IsOrdered))
        {
            var opened = FieldOpening.Of(setting);
            var terms = new FieldTerms(opened.Setting);
            var known = Known(opened.Setting, terms);
            if (Refutations(goal.Conclusion, known, terms, cancellationToken) is not { } refutations)
            {
                continue;
            }

            // What makes the combination is given; grind finds the weights again. Where it does not, they are spelt out.
            foreach (var isExact in new[] { false, true })
            {
                var proofs = refutations.Select(r => FieldProof.Of(r, terms, setting.Type, isExact ? [.. setting.Hypotheses.Select(h => h.Name)] : null)).ToList();
                yield return new Finding(
                    "squares and products of what is known",
                    Script.Lines(
                    [
                        .. opened.Lines,
                        .. proofs.Count == 1 ? [proofs[0]] : new[] { $"refine ⟨{string.Join(", ", proofs.Select(_ => "?_"))}⟩" }.Concat(proofs.Select(Script.Bullet)),
                    ]))
                { MaxHeartbeats = 100_000 };
            }
        }
    }

    private static List<FieldFact> Known(FieldSetting setting, FieldTerms terms) =>
    [
        .. setting.Hypotheses.Where(h => !terms.IsDefinition(h.Type)).SelectMany(h => FieldFacts.Of(h.Type, terms)).Where(f => !f.Polynomial.IsConstant).Take(MaxFacts),
    ];

    /// <summary>For each part of a conjunction the refutations of its negation; null where one was not found. Of what is no claim about the field, only that
    /// its premises contradict each other can be seen.</summary>
    private static List<List<PositivityRefutation>>? Refutations(string conclusion, List<FieldFact> known, FieldTerms terms, CancellationToken cancellationToken)
    {
        var negations = TopLevel.Split(conclusion, " ∧ ").Select(p => FieldFacts.Negation(p, terms)).ToList();
        var found = new List<List<PositivityRefutation>>();
        foreach (var alternatives in negations.Contains(null) ? [[]] : negations)
        {
            if (Refute(alternatives!, known, terms, cancellationToken) is not { } refutations)
            {
                return null;
            }

            found.Add(refutations);
        }

        return found;
    }

    /// <summary>What is known of inverses: times what they are the inverse of they are one, if that is not zero, and they have its sign.</summary>
    private static void Inverses(List<FieldFact> facts, FieldTerms terms)
    {
        foreach (var (atom, polynomial) in terms.Inverses)
        {
            var inverse = Polynomial.Variable(atom);
            var isPositive = facts.Exists(f => f.Relation == FieldRelation.Positive && (f.Polynomial - polynomial).IsZero)
                || polynomial.Monomials.All(m => polynomial[m].Numerator.Sign > 0 && m.Exponents.Select((e, i) => (e, i)).All(t => t.e == 0
                    || facts.Exists(f => f.Relation == FieldRelation.Positive && (f.Polynomial - Polynomial.Variable(t.i)).IsZero)));
            if (isPositive)
            {
                facts.Add(new FieldFact(inverse, FieldRelation.Positive));
            }

            if (isPositive || facts.Exists(f => f.Relation == FieldRelation.NonZero && ((f.Polynomial - polynomial).IsZero || (f.Polynomial + polynomial).IsZero)))
            {
                facts.Add(new FieldFact((polynomial * inverse) - Polynomial.One, FieldRelation.Zero));
            }
        }
    }

    private static List<PositivityRefutation>? Refute(IReadOnlyList<FieldFact> alternatives, List<FieldFact> known, FieldTerms terms, CancellationToken cancellationToken)
    {
        List<FieldFact> facts = [.. known];
        Inverses(facts, terms);
        var found = new List<PositivityRefutation>();
        foreach (var alternative in alternatives.Select(a => new[] { a }).DefaultIfEmpty([]))
        {
            if (PositivityRefutation.Of([.. alternative, .. facts], terms.Count, cancellationToken) is not { } refutation)
            {
                return null;
            }

            found.Add(refutation);
        }

        return found;
    }
}
