using Prover.Rounds.Problems.Keys;

namespace Prover.Rounds.Problems.Filters;

/// <summary>Of several formalizations of one text keeps those that most agree on, where no checker speaks (self-consistency, Wang et al., 2023).
/// </summary>
public static class MajorityFilter
{
    /// <summary>Decides about all formalizations of one text, in their order. Those with the same <see cref="StatementKey"/> agree; the larger
    /// group's are kept, a tie keeps none, nor does a group of one.</summary>
    public static IReadOnlyList<FilterDecision> Decide(IReadOnlyList<string> formalizations)
    {
        ArgumentNullException.ThrowIfNull(formalizations);
        var keys = formalizations.Select(f => StatementKey.Of(f).Text).ToList();
        var sizes = keys.CountBy(k => k).ToDictionary(k => k.Key, k => k.Value, StringComparer.Ordinal);
        var largest = sizes.Count == 0 ? 0 : sizes.Values.Max();
        var isTie = sizes.Values.Count(s => s == largest) > 1;
        return [.. formalizations.Zip(keys, (statement, key) =>
        {
            var (size, all) = (sizes[key], formalizations.Count);
            return largest < 2 ? new FilterDecision(statement, IsKept: false, $"No two of the {all} formalizations agree.")
                : size < largest ? new FilterDecision(statement, IsKept: false, $"{size} of {all} formalizations say this; {largest} say something else.")
                : isTie ? new FilterDecision(statement, IsKept: false, $"{size} of {all} formalizations say this, and as many say something else.")
                : new FilterDecision(statement, IsKept: true, $"{size} of {all} formalizations say this, more than anything else.");
        })];
    }
}
