using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Agreement;

/// <summary>Finds that one statement supposes what the other concludes. Where both directions happen to hold at all values, only their form tells.</summary>
internal static class Converse
{
    public static Difference? Of(Telescope a, Telescope b, SumReader reader)
    {
        if (a.Hypotheses.Count == 0 || b.Hypotheses.Count == 0)
        {
            return null;
        }

        var (suppose, conclude) = (Literals.Of(a.Hypotheses, reader), Literals.Of([a.Conclusion], reader));
        var (supposeOther, concludeOther) = (Literals.Of(b.Hypotheses, reader), Literals.Of([b.Conclusion], reader));
        return !suppose.SetEquals(supposeOther) && conclude.Count > 0 && conclude.IsSubsetOf(supposeOther) && concludeOther.IsSubsetOf(suppose)
            ? new Difference(DifferenceKind.Values, "It supposes what the other concludes, and the other way round.")
            : null;
    }
}
