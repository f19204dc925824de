using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Agreement;

/// <summary>The relations of a proposition in normal form, as texts: of which terms it speaks, whether or not it holds of them anyway.</summary>
internal static class Literals
{
    /// <summary>The relations.</summary>
    /// <param name="propositions">In which.</param>
    /// <param name="reader">Brings terms into normal form.</param>
    /// <param name="bySides">Whether <c>x + 1 = 3</c> counts as another relation than <c>x = 2</c>.</param>
    public static HashSet<string> Of(IEnumerable<Proposition> propositions, SumReader reader, bool bySides = false) =>
        [.. propositions.SelectMany(p => p.All).Select(p => bySides && p is Proposition.Comparison c ? Sides(c, reader) : Key(p, reader)).OfType<string>()];

    private static string Sides(Proposition.Comparison comparison, SumReader reader) =>
        string.Join(" and ", comparison.Terms.Select(t => reader.Read(t).Key).Order(StringComparer.Ordinal));

    private static string? Key(Proposition proposition, SumReader reader)
    {
        switch (proposition)
        {
            case Proposition.Divides d:
                return $"{reader.Read(d.Divisor).KeyUpToSign} ∣ {reader.Read(d.Dividend).KeyUpToSign}";
            case Proposition.Comparison { Relation: '=' or '≠', Left: Term.Binary { Operator: '%', Right: Term.Number modulus } remainder, Right: Term.Number r }:
                return $"{reader.Read(modulus).KeyUpToSign} ∣ {(reader.Read(remainder.Left) - reader.Read(r)).KeyUpToSign}";
            case Proposition.Comparison c:
                var (left, right) = (reader.Read(c.Left), reader.Read(c.Right));
                var relation = c.Relation is '=' or '≠' ? '=' : '<';

                // Of an identity nothing would be left but 0 = 0.
                return left.Key == right.Key ? $"{relation} {left.KeyUpToSign} and itself" : $"{relation} {(left - right).KeyUpToSign}";
            default:
                return null;
        }
    }
}
