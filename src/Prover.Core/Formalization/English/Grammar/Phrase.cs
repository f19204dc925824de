using Prover.Core.Formalization.English.Syntax;

namespace Prover.Core.Formalization.English.Grammar;

/// <summary>What a noun phrase stands for: terms, and the numbers that it introduces without more ado ("an odd integer").</summary>
/// <param name="Terms">The terms: one, or several where the phrase is in the plural.</param>
/// <param name="Introduced">Numbers that it introduces.</param>
internal sealed record Phrase(IReadOnlyList<Term> Terms, IReadOnlyList<(Quantifier Quantifier, Declaration Declaration)> Introduced)
{
    public Phrase(Term term)
        : this([term], [])
    {
    }

    /// <summary>The only term.</summary>
    public Term Single => Terms.Single();

    /// <summary>The same numbers, in another term.</summary>
    public Phrase With(Term term) => this with { Terms = [term] };

    /// <summary>All terms of all phrases.</summary>
    public static Phrase Join(IEnumerable<Phrase> phrases)
    {
        var all = phrases.ToArray();
        return new Phrase([.. all.SelectMany(p => p.Terms)], [.. all.SelectMany(p => p.Introduced)]);
    }

    /// <summary>A formula about the terms, for the numbers that the phrase introduces.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="isObject">True where the phrase is what a verb speaks of last, so that "a number" means some number.</param>
    public Formula Bind(Formula formula, bool isObject = false) =>
        Introduced.Reverse().Aggregate(formula, (inner, i) => i.Declaration.Bind(
            isObject && i.Quantifier == Quantifier.Indefinite ? Quantifier.Exists : i.Quantifier, inner));
}
