using Prover.Core.TacticSearch;
using Prover.Lean.Library;
using Prover.Lean.Terms;

namespace Prover.Lean.Lemmas;

/// <summary>An index over the statements of a toolchain's library, read from its compiled files.</summary>
/// <remarks>Built at the first question; thread-safe. A theorem whose proof was not shipped is as good as any: Lean knows its statement.</remarks>
public sealed class LibraryLemmas : ILemmaIndex
{
    private const string Core = "Init";

    // A symbol that the goal lacks must come from somewhere: it speaks against a lemma more than a shared one speaks for it.
    private const double Strange = 1.2;

    private static readonly HashSet<string> Namespaces = new(StringComparer.Ordinal) { "Nat", "Int", "List", "Bool", "Option", "Rat", "Fin" };
    private static readonly string[] Internal = ["._", ".eq_", ".match_", "sizeOf", ".injEq", ".inj", ".noConfusion", "Linear", ".Internal", ".Poly", ".Expr", "ToString", ".repr"];

    private readonly Lazy<IReadOnlyList<Entry>> _entries;
    private readonly Lazy<(Dictionary<string, List<Entry>> BySymbol, Dictionary<string, double> Weight)> _index;

    /// <param name="library">The library.</param>
    public LibraryLemmas(LeanLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        _entries = new(() => [.. library.Scope([Name.Of(Core)]).ConstantsOf(Core).Select(Read).OfType<Entry>().DistinctBy(e => e.Lemma.Name)]);
        _index = new(Build);
    }

    /// <summary>How many lemmas there are.</summary>
    public int Count => _entries.Value.Count;

    /// <inheritdoc />
    public IReadOnlyList<LibraryLemma> Find(string goal, int most)
    {
        ArgumentNullException.ThrowIfNull(goal);
        var symbols = LemmaSymbols.Of(goal);
        var (bySymbol, weight) = _index.Value;
        double Score(Entry entry) => entry.Symbols.Sum(s => symbols.Contains(s) ? weight[s] : -Strange * weight[s]);
        return [.. symbols.SelectMany(s => bySymbol.GetValueOrDefault(s) ?? []).Distinct()
            .Select(e => (Entry: e, Score: Score(e)))
            .Where(e => e.Score > 0)
            .OrderByDescending(e => e.Score).ThenBy(e => e.Entry.Lemma.Name.Length).ThenBy(e => e.Entry.Lemma.Name, StringComparer.Ordinal)
            .Take(most).Select(e => e.Entry.Lemma)];
    }

    private (Dictionary<string, List<Entry>> BySymbol, Dictionary<string, double> Weight) Build()
    {
        var bySymbol = new Dictionary<string, List<Entry>>(StringComparer.Ordinal);
        foreach (var entry in _entries.Value)
        {
            foreach (var symbol in entry.Symbols)
            {
                (bySymbol.TryGetValue(symbol, out var there) ? there : bySymbol[symbol] = []).Add(entry);
            }
        }

        return (bySymbol, bySymbol.ToDictionary(s => s.Key, s => Math.Log(1 + ((double)_entries.Value.Count / s.Value.Count)), StringComparer.Ordinal));
    }

    private static Entry? Read(LibraryConstant constant)
    {
        var name = constant.Name.ToString();
        if (!Namespaces.Contains(name.Split('.')[0]) || Internal.Any(i => name.Contains(i, StringComparison.Ordinal))
            || constant.Kind is not ("axiom" or "theorem"))
        {
            return null;
        }

        var conclusion = constant.Info.Type;
        while (conclusion is Binding { IsLambda: false } binding)
        {
            conclusion = binding.Body;
        }

        var head = conclusion;
        while (head is Application application)
        {
            head = application.Function;
        }

        return head is ConstantTerm { Name: var relation } && relation.ToString() is var word && Shape(word) is { } shape
            ? new Entry(new LibraryLemma(name, shape), [.. LemmaSymbols.Of(conclusion)])
            : null;
    }

    private static LemmaShape? Shape(string relation) => relation switch
    {
        "Eq" or "Iff" => LemmaShape.Rule,
        "LE.le" or "LT.lt" or "GE.ge" or "GT.gt" or "Dvd.dvd" or "Ne" or "Not" or "And" or "Or" or "Exists" or "Membership.mem" => LemmaShape.Fact,
        _ => null,
    };

    private sealed record Entry(LibraryLemma Lemma, IReadOnlyList<string> Symbols)
    {
        public bool Equals(Entry? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
