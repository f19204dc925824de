using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Agreement;

/// <summary>Finds that one statement supposes what the other concludes. Where both directions happen to hold at all values, only their form tells.</summary>
internal static class Converse
{
    public static Difference? Of(Telescope a, Telescope b, SumReader reader) => IsConverse(a, b, reader, bySides: false) || IsConverse(a, b, reader, bySides: true)
        ? new Difference(DifferenceKind.Values, "It supposes what the other concludes, and the other way round.")
        : null;

    private static bool IsConverse(Telescope a, Telescope b, SumReader reader, bool bySides)
    {
        var (suppose, conclude) = (Literals.Of(a.Hypotheses, reader, bySides), Literals.Of([a.Conclusion], reader, bySides));
        var (supposeOther, concludeOther) = (Literals.Of(b.Hypotheses, reader, bySides), Literals.Of([b.Conclusion], reader, bySides));
        return suppose.Count > 0 && conclude.Count > 0 && !suppose.SetEquals(supposeOther)
            && conclude.IsSubsetOf(supposeOther) && concludeOther.IsSubsetOf(suppose);
    }
}
