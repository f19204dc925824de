using System.Numerics;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Evaluation;

/// <summary>The numerals that occur in statements.</summary>
internal static class Numerals
{
    public static IEnumerable<BigInteger> In(Telescope statement) =>
        statement.Hypotheses.Append(statement.Conclusion).SelectMany(In).Distinct();

    public static IEnumerable<BigInteger> In(Proposition proposition) => proposition.All.SelectMany(p => p.Terms).SelectMany(In);

    public static IEnumerable<BigInteger> In(Term term) =>
        term is Term.Number number ? [number.Value] : term.Parts.SelectMany(In);
}
