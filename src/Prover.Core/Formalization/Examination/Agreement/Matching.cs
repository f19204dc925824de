using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Agreement;

/// <summary>Ways to take one statement's variables for another's.</summary>
internal static class Matching
{
    private const int MaxPermuted = 4;

    /// <summary>Maps from the second list's names to the first's, the likeliest first: by name, in order, in any order.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Of(IReadOnlyList<Binding> first, IReadOnlyList<Binding> second)
    {
        if (first.Count != second.Count)
        {
            yield break;
        }

        if (first.All(v => second.Any(w => w.Name == v.Name && Fits(v, w))))
        {
            yield return first.ToDictionary(v => v.Name, v => v.Name, StringComparer.Ordinal);
        }

        var orders = first.Count <= MaxPermuted ? Orders([.. first]) : [[.. first]];
        foreach (var order in orders.Where(o => o.Zip(second).All(p => Fits(p.First, p.Second))))
        {
            yield return order.Zip(second).ToDictionary(p => p.Second.Name, p => p.First.Name, StringComparer.Ordinal);
        }
    }

    private static bool Fits(Binding first, Binding second) => first.Argument is null == second.Argument is null;

    private static IEnumerable<List<Binding>> Orders(List<Binding> items) => items.Count == 0
        ? [[]]
        : items.SelectMany(item => Orders([.. items.Where(i => i != item)]).Select(rest => (List<Binding>)[item, .. rest]));
}
