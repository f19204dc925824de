using Prover.Core.Formalization.English.Lexing;
using Prover.Core.Formalization.English.Syntax;
using Superpower;
using static Prover.Core.Formalization.English.Grammar.Combinators;

namespace Prover.Core.Formalization.English.Grammar;

/// <summary>Nouns for numbers with their adjectives: "positive integer", "three consecutive odd numbers", "multiple of 6".</summary>
internal sealed class KindGrammar
{
    private static readonly string[] Counts = ["one", "two", "three", "four", "five", "six"];
    private readonly Combinators _c;
    private readonly TermGrammar _terms;

    public KindGrammar(Combinators c, TermGrammar terms)
    {
        (_c, _terms) = (c, terms);
        Kind = c.State.Rule("kind", Body);
    }

    /// <summary>The noun with its adjectives and count, without an article.</summary>
    public TokenListParser<EnglishToken, NumberKind> Kind { get; }

    private TokenListParser<EnglishToken, NumberKind> Body() =>
        from count in Maybe(Count())
        from adjectives in Many(Adjective())
        from noun in Noun(adjectives)
        select Describe(count, adjectives, noun);

    private TokenListParser<EnglishToken, int?> Count() => FirstOf(
        _c.Word(Counts).Select(w => (int?)(Array.IndexOf(Counts, w) + 1)),
        from number in _c.Where(l => l is { Kind: EnglishToken.Number, Text: "2" or "3" or "4" or "5" }, "a count") select (int?)(number.Text[0] - '0'));

    private TokenListParser<EnglishToken, string> Adjective() => FirstOf(
        _c.Word("positive", "negative", "nonnegative", "non-negative", "nonzero", "non-zero", "even", "odd", "natural", "whole", "counting", "rational",
            "distinct", "different", "consecutive", "given", "arbitrary", "fixed", "strictly"),
        _c.Word("prime").Then(w => _c.Ahead(l => IsWord(l, "number", "numbers", "integer", "integers", "natural")).Value(w)),
        _c.Word("composite").Then(w => _c.Ahead(l => IsWord(l, "number", "numbers", "integer", "integers", "natural")).Value(w)));

    private TokenListParser<EnglishToken, (string Word, Term? Of)> Noun(IReadOnlyList<string> adjectives)
    {
        var plain = _c.Word("integer", "integers", "natural", "naturals", "prime", "primes", "square", "squares");
        var number = _c.Word("number", "numbers");
        if (adjectives.Contains("consecutive") && adjectives.Any(a => a is "prime" or "composite" or "rational" or "nonzero" or "non-zero"))
        {
            return _c.Where(_ => false, "'integers'").Select(l => (l.Text, (Term?)null)); // What comes next after a prime is no sum.
        }

        if (adjectives.Contains("consecutive"))
        {
            return FirstOf(_c.Word("integers", "naturals"), number).Select(w => (w, (Term?)null));
        }

        return FirstOf(
            from word in _c.Word("multiple", "multiples") from of in _c.Word("of") from term in _terms.Term select (word, (Term?)term),
            from perfect in _c.Word("perfect") from word in _c.Word("square", "squares", "cube", "cubes") from of in Not(_c.Word("of")) select (word, (Term?)null),
            from word in plain from of in Not(_c.Word("of")) select (word, (Term?)null),
            adjectives.Any(IsWhole)
                ? number.Select(w => (w, (Term?)null))
                : _c.Where(_ => false, "'natural number' | 'integer'").Select(l => (l.Text, (Term?)null)));
    }

    // What these say of a number can be said of whole numbers only, or they name the kind.
    private static bool IsWhole(string adjective) =>
        adjective is "natural" or "whole" or "counting" or "even" or "odd" or "prime" or "composite" or "rational" or "consecutive";

    private static NumberKind Describe(int? count, IReadOnlyList<string> adjectives, (string Word, Term? Of) noun)
    {
        var isPlural = noun.Word.EndsWith('s');
        var singular = noun.Word.TrimEnd('s');
        var isNatural = singular is "natural" or "prime" || adjectives.Any(a => a is "natural" or "whole" or "prime" or "composite" or "counting")
            || adjectives.Any(a => a is "positive" or "nonnegative" or "non-negative") && !adjectives.Contains("rational");
        var conditions = adjectives.Select(Condition).OfType<Func<Term, Formula>>().ToList();
        switch (singular)
        {
            case "prime" when !adjectives.Contains("prime"):
                conditions.Add(t => new Formula.Prime(t));
                break;
            case "square" or "cube":
                conditions.Add(t => new Formula.PerfectPower(t, singular == "cube" ? 3 : 2));
                break;
            case "multiple":
                conditions.Add(t => new Formula.Divides(noun.Of!, t));
                break;
        }

        return new NumberKind
        {
            Domain = adjectives.Contains("rational") ? Domain.Rational : isNatural ? Domain.Natural : Domain.Integer,
            Conditions = [.. isNatural ? conditions.Where(c => c(Build.Zero) is not Formula.Compare { Relation: Relation.GreaterOrEqual }) : conditions],
            AreDistinct = adjectives.Any(a => a is "distinct" or "different"),
            Step = !adjectives.Contains("consecutive") ? 0 : adjectives.Any(a => a is "even" or "odd") ? 2 : 1,
            Count = count,
            IsPlural = isPlural,
        };
    }

    private static Func<Term, Formula>? Condition(string adjective) => adjective switch
    {
        "positive" => t => new Formula.Compare(t, Relation.Greater, Build.Zero),
        "counting" => t => new Formula.Compare(t, Relation.Greater, Build.Zero),
        "negative" => t => new Formula.Compare(t, Relation.Less, Build.Zero),
        "nonnegative" or "non-negative" => t => new Formula.Compare(t, Relation.GreaterOrEqual, Build.Zero),
        "nonzero" or "non-zero" => t => new Formula.Compare(t, Relation.NotEqual, Build.Zero),
        "even" => t => new Formula.Parity(t, IsOdd: false),
        "odd" => t => new Formula.Parity(t, IsOdd: true),
        "prime" => t => new Formula.Prime(t),
        "composite" => t => new Formula.And(new Formula.Compare(t, Relation.Greater, Build.Number(1)), new Formula.Not(new Formula.Prime(t))),
        _ => null,
    };
}
