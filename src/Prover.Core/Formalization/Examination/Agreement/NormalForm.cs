using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Agreement;

/// <summary>Rewrites a statement so that forms which people use for the same become the same: <c>¬ ∃</c> is <c>∀ ¬</c>, conjunctions of
/// hypotheses are hypotheses, <c>∃ k, n = 2 * k</c> is <c>2 ∣ n</c>.</summary>
internal static class NormalForm
{
    public static Telescope Of(Telescope statement)
    {
        var reader = new SumReader([.. Samples.Satisfying(statement).Take(200).Select(s => s.Values)]);
        var hypotheses = statement.Hypotheses.SelectMany(Conjuncts).Select(h => Rewrite(h, reader)).SelectMany(Conjuncts);
        var rest = Telescope.Of(Rewrite(statement.Conclusion, reader));
        return new Telescope(
            [.. statement.Variables, .. rest.Variables], [.. hypotheses, .. rest.Hypotheses.SelectMany(Conjuncts)], rest.Conclusion, []);
    }

    public static IEnumerable<Proposition> Conjuncts(Proposition proposition) => proposition is Proposition.Binary { Connective: '∧' } both
        ? Conjuncts(both.Left).Concat(Conjuncts(both.Right))
        : [proposition];

    private static Proposition Rewrite(Proposition proposition, SumReader reader) => proposition switch
    {
        Proposition.Not { Inner: Proposition.Not twice } => Rewrite(twice.Inner, reader),
        Proposition.Not { Inner: Proposition.Quantified q } when AsDivisibility(q, reader) is null =>
            Rewrite(q with { IsUniversal = !q.IsUniversal, Body = new Proposition.Not(q.Body) }, reader),
        Proposition.Not { Inner: Proposition.Binary { Connective: '→' } i } => new Proposition.Binary('∧', Rewrite(i.Left, reader), Rewrite(new Proposition.Not(i.Right), reader)),
        Proposition.Not n => new Proposition.Not(Rewrite(n.Inner, reader)),
        Proposition.Binary b => b with { Left = Rewrite(b.Left, reader), Right = Rewrite(b.Right, reader) },
        Proposition.Quantified q => (Proposition?)AsDivisibility(q, reader) ?? q with { Body = Rewrite(q.Body, reader) },
        _ => proposition,
    };

    /// <summary><c>∃ k, t = c * k + r</c> as <c>c ∣ t - r</c>; null for anything else.</summary>
    private static Proposition.Divides? AsDivisibility(Proposition.Quantified quantified, SumReader reader)
    {
        if (quantified is not { IsUniversal: false, Variable: { Argument: null } k, Body: Proposition.Comparison { Relation: '=' } equation })
        {
            return null;
        }

        var difference = reader.Read(equation.Left) - reader.Read(equation.Right);
        var coefficient = difference.Monomials.FirstOrDefault(m => m.Key == k.Name).Coefficient;
        if (!coefficient.IsInteger || System.Numerics.BigInteger.Abs(coefficient.Numerator) < 2
            || difference.Monomials.Any(m => m.Key != k.Name && m.Key.Contains(k.Name, StringComparison.Ordinal)))
        {
            return null;
        }

        // Put at zero, the equation gives the rest; on which side k stood does not matter for divisibility.
        var zero = new Term.Number(0, k.Type);
        var at = (Proposition.Comparison)Renaming.Substitute(equation, k.Name, zero);
        var divisor = new Term.Number(System.Numerics.BigInteger.Abs(coefficient.Numerator), NumberType.Int);
        return new Proposition.Divides(divisor, new Term.Binary('-', Whole(at.Left), Whole(at.Right)));
    }

    private static Term Whole(Term term) => term.Type == NumberType.Int ? term : new Term.Cast(term);
}
