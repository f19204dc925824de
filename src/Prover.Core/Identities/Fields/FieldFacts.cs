using Prover.Core.Identities.Inequalities;
using Prover.Core.Sampling.Portfolio.Expressions;
using Prover.Core.Sampling.Portfolio.Goals;

namespace Prover.Core.Identities.Fields;

/// <summary>A polynomial and how it compares with zero.</summary>
internal sealed record FieldFact(Polynomial Polynomial, FieldRelation Relation);

/// <summary>How something compares with zero.</summary>
internal enum FieldRelation
{
    /// <summary>It is zero.</summary>
    Zero,

    /// <summary>It is zero or positive.</summary>
    NonNegative,

    /// <summary>It is positive.</summary>
    Positive,

    /// <summary>It is not zero.</summary>
    NonZero,
}

/// <summary>What propositions say about polynomials over a field.</summary>
internal static class FieldFacts
{
    /// <summary>The facts in a proposition; conjunctions are taken apart, what can't be read is left out.</summary>
    public static IEnumerable<FieldFact> Of(string proposition, FieldTerms terms) => TopLevel.Split(Unbracketed(proposition), " ∧ ") switch
    {
        [var one] => Read(one, terms) is { } fact ? [fact] : [],
        var parts => parts.SelectMany(p => Of(p, terms)),
    };

    /// <summary>The facts that hold if a proposition does not; null where it can't be read.</summary>
    /// <returns>Alternatives, each to be refuted: that two terms differ means that one or the other is greater.</returns>
    public static IReadOnlyList<FieldFact>? Negation(string proposition, FieldTerms terms) => Read(Unbracketed(proposition), terms) switch
    {
        { Relation: FieldRelation.Zero } fact => [new(fact.Polynomial, FieldRelation.Positive), new(-fact.Polynomial, FieldRelation.Positive)],
        { Relation: FieldRelation.NonNegative } fact => [new(-fact.Polynomial, FieldRelation.Positive)],
        { Relation: FieldRelation.Positive } fact => [new(-fact.Polynomial, FieldRelation.NonNegative)],
        { Relation: FieldRelation.NonZero } fact => [new(fact.Polynomial, FieldRelation.Zero)],
        _ => null,
    };

    private static FieldFact? Read(string text, FieldTerms terms)
    {
        if (Inequality.Read(text) is { } inequality)
        {
            return terms.Read(inequality.Smaller) is { } smaller && terms.Read(inequality.Larger) is { } larger
                ? new FieldFact(larger - smaller, inequality.IsStrict ? FieldRelation.Positive : FieldRelation.NonNegative)
                : null;
        }

        foreach (var (sign, relation) in new[] { (" = ", FieldRelation.Zero), (" ≠ ", FieldRelation.NonZero) })
        {
            if (TopLevel.Split(text, sign) is [var left, var right] && terms.Read(left) is { } a && terms.Read(right) is { } b)
            {
                return new FieldFact(a - b, relation);
            }
        }

        return text.StartsWith('¬') && Read(Unbracketed(text[1..]), terms) is { Relation: FieldRelation.Zero } equation
            ? equation with { Relation = FieldRelation.NonZero }
            : null;
    }

    private static string Unbracketed(string text)
    {
        // `(a) + (b)` begins and ends with brackets, too: the first one must close at the end.
        var inner = text.Trim();
        return inner.StartsWith('(') && TopLevel.IndexOf(inner, ")", from: 1) == inner.Length - 1 ? Unbracketed(inner[1..^1]) : inner;
    }
}
