using System.Numerics;
using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Wording;

/// <summary>The numbers that a statement mentions, in whatever form: <c>n &gt; 3</c> mentions 4 too, <c>2 ∣ n</c> the remainder 0.</summary>
internal static class StatementNumbers
{
    public static IEnumerable<BigInteger> In(Proposition meaning) => meaning.All.SelectMany(Of);

    private static IEnumerable<BigInteger> Of(Proposition proposition)
    {
        var own = proposition.Terms.SelectMany(Numerals.In).SelectMany(n => new[] { n, BigInteger.Abs(n) });
        return proposition switch
        {
            Proposition.Divides => own.Append(0),
            Proposition.Comparison { Left: Term.Binary { Operator: '%', Right: Term.Number { Value: var m } }, Right: Term.Number { Value: var r } } => own.Append(m - r).Append(0),
            Proposition.Comparison { Relation: '>', Right: Term.Number { Value: var n } } => own.Append(n + 1),
            Proposition.Comparison { Relation: '<', Left: Term.Number { Value: var n } } => own.Append(n + 1),
            Proposition.Comparison { Relation: '<', Right: Term.Number { Value: var n } } => own.Append(n - 1),
            Proposition.Comparison { Relation: '>', Left: Term.Number { Value: var n } } => own.Append(n - 1),
            Proposition.Comparison { Relation: '≥', Right: Term.Number { Value.IsOne: true } } => own.Append(0),
            Proposition.Comparison { Relation: '≤', Left: Term.Number { Value.IsOne: true } } => own.Append(0),
            _ => own,
        };
    }
}
