using Prover.Core.Formalization.English.Lexing;
using Prover.Core.Formalization.English.Syntax;
using Superpower;
using static Prover.Core.Formalization.English.Grammar.Combinators;

namespace Prover.Core.Formalization.English.Grammar;

/// <summary>Numbers in words: "the sum of two odd integers", "the remainder when a is divided by 7", "an even number".</summary>
internal sealed class PhraseGrammar
{
    private readonly EnglishGrammar _grammar;
    private readonly Combinators _c;

    public PhraseGrammar(EnglishGrammar grammar)
    {
        (_grammar, _c) = (grammar, grammar.Combinators);
        Phrase = _c.State.Rule("phrase", () => FirstOf(Described(), Introduced!, Symbolic()));
        Introduced = _c.State.Rule("introduced", IntroducedBody);
        Definite = _c.State.Rule("definite", () => FirstOf(Described(), Symbolic()));
    }

    /// <summary>Any phrase that stands for numbers.</summary>
    public TokenListParser<EnglishToken, Phrase> Phrase { get; }

    /// <summary>A phrase that introduces numbers: "an odd integer", "every natural number n", "two primes".</summary>
    public TokenListParser<EnglishToken, Phrase> Introduced { get; }

    /// <summary>A phrase that introduces none itself.</summary>
    public TokenListParser<EnglishToken, Phrase> Definite { get; }

    /// <summary>"divided by 7", "when divided by 7", "upon division by 7".</summary>
    public TokenListParser<EnglishToken, Term> DividedBy =>
        from when in Maybe(_c.Word("when", "if", "after", "upon", "on"))
        from it in Maybe(_c.Phrase("it is|they are"))
        from through in _c.Phrase("divided by|dividing by|division by|divided through")
        from divisor in _grammar.Terms.Term
        select divisor;

    private TokenListParser<EnglishToken, Phrase> Symbolic() =>
        from noun in Maybe(
            from the in _c.Word("the")
            from word in Maybe(_c.Word("natural"))
            from noun in _c.Word("number", "integer", "expression", "quantity", "numbers", "integers", "value", "term")
            from of in Maybe(_c.Word("of"))
            select noun)
        from term in _grammar.Terms.Term
        select new Phrase(term);

    private TokenListParser<EnglishToken, Phrase> IntroducedBody() => FirstOf(
        EvenAndOdd(),
        from word in Maybe(_c.Word("a", "an", "any", "every", "each", "all", "the"))
        from kind in _c.Placed(_grammar.Kinds.Kind)
        from ok in _c.Ahead(_ => word is "all" or "any" or "the" || (kind.Value.IsPlural ? word is null : word is not null))
        from declaration in _grammar.Declarations.Rest(kind.At, kind.Value, withRestrictions: true)
        from named in _c.Ahead(_ => (word != "the" || declaration.Names[0][0] != '?') && (word is not null || declaration.Names[0][0] != '?' || kind.Value.Count is not null))
        let anonymous = declaration.Names[0][0] == '?'
        from counted in _c.Ahead(_ => anonymous || (kind.Value.Count is { } said ? declaration.Names.Count == said : kind.Value.IsPlural || declaration.Names.Count == 1))
        from single in _c.Ahead(_ => !(anonymous && kind.Value.IsPlural && kind.Value.Count is null && word is not "all"))
        select new Phrase(
            kind.Value.Step > 0 && anonymous ? Consecutive(declaration.Names[0], kind.Value) : [.. declaration.Names.Select(n => new Term.Variable(n))],
            [(Quantifier(word), declaration)]));

    private static Quantifier Quantifier(string? word) => word switch
    {
        "every" or "each" or "all" => Syntax.Quantifier.All,
        "any" => Syntax.Quantifier.Any,
        "the" => Syntax.Quantifier.Given,
        _ => Syntax.Quantifier.Indefinite,
    };

    private static Term[] Consecutive(string first, NumberKind kind) =>
        [.. Enumerable.Range(0, kind.Count ?? 2).Select(i => Build.Plus(new Term.Variable(first), i * kind.Step))];

    /// <summary>"an even and an odd integer".</summary>
    private TokenListParser<EnglishToken, Phrase> EvenAndOdd() =>
        from start in _c.Placed(_c.Word("a", "an", "any"))
        from first in _c.Word("even", "odd")
        from and in _c.Word("and")
        from article in Maybe(_c.Word("a", "an"))
        from second in _c.Word("even", "odd")
        from natural in Maybe(_c.Word("natural"))
        from noun in _c.Word("number", "integer")
        let names = new[] { $"?{start.At}.0", $"?{start.At}.1" }
        let terms = names.Select(n => (Term)new Term.Variable(n)).ToArray()
        let conditions = new Formula[] { new Formula.Parity(terms[0], first == "odd"), new Formula.Parity(terms[1], second == "odd") }
        select new Phrase(terms, [(Syntax.Quantifier.Indefinite, new Declaration(names, natural is null ? Domain.Integer : Domain.Natural, conditions))]);

    private TokenListParser<EnglishToken, Phrase> Described() =>
        from the in Maybe(_c.Word("the", "their"))
        from phrase in FirstOf(
            Folded("sum", Operator.Add), Folded("product", Operator.Multiply), Average(), Difference(), Powers(), CommonDivisor(), Remainder(), LastDigit(), FirstNumbers(),
            from value in _c.Phrase("value of|result of|number") from inner in Described() select inner)
        select phrase;

    private TokenListParser<EnglishToken, Phrase> Folded(string word, Operator op) =>
        from noun in _c.Word(word)
        from of in _c.Word("of")
        from items in Several()
        from many in _c.Ahead(_ => items.Terms.Count > 1)
        select items.With(items.Terms.Aggregate((a, b) => new Term.Binary(op, a, b)));

    /// <summary>Two or more numbers: "a and b", "two odd integers", "the squares of a and b".</summary>
    private TokenListParser<EnglishToken, Phrase> Several() => FirstOf(
        _c.List(Phrase, "and", Parse.Return<EnglishToken, bool>(true)).Select(Grammar.Phrase.Join),
        from the in Maybe(_c.Word("the"))
        from powers in _c.Word("squares", "cubes")
        from of in _c.Word("of")
        from items in Several()
        select items with { Terms = [.. items.Terms.Select(t => Build.Power(t, powers == "cubes" ? 3 : 2))] },
        Introduced);

    private TokenListParser<EnglishToken, Phrase> Average() =>
        from noun in _c.Phrase("average of|mean of|arithmetic mean of")
        from items in Several()
        from many in _c.Ahead(_ => items.Terms.Count > 1)
        select items.With(new Term.Binary(Operator.Divide, items.Terms.Aggregate((a, b) => new Term.Binary(Operator.Add, a, b)), Build.Number(items.Terms.Count)));

    private TokenListParser<EnglishToken, Phrase> Difference() =>
        from noun in _c.Word("difference")
        from of in _c.Word("of", "between")
        from items in Several()
        from two in _c.Ahead(_ => items.Terms.Count == 2)
        let reversed = items.Introduced is [(_, { Names: [var name] })] && items.Terms[0] != items.Terms[1] && Build.Variables(items.Terms[1]).Contains(name)
        select items.With(new Term.Binary(Operator.Subtract, items.Terms[reversed ? 1 : 0], items.Terms[reversed ? 0 : 1]));

    private TokenListParser<EnglishToken, Phrase> Powers() =>
        from word in _c.Word("square", "cube", "factorial", "double", "twice", "triple")
        from of in word is "twice" or "double" or "triple" ? Parse.Return<EnglishToken, string>("of") : _c.Word("of")
        from inner in FirstOf(Described(), Introduced, Bounded())
        from one in _c.Ahead(_ => inner.Terms.Count == 1)
        select inner.With(word switch
        {
            "square" => Build.Power(inner.Single, 2),
            "cube" => Build.Power(inner.Single, 3),
            "factorial" => new Term.Factorial(inner.Single),
            _ => Build.Multiply(Build.Number(word == "triple" ? 3 : 2), inner.Single),
        });

    /// <summary>A term that cannot be cut in two: in LaTeX a whole formula, in plain text no sum.</summary>
    private TokenListParser<EnglishToken, Phrase> Bounded() => FirstOf(
        from math in _c.Ahead(l => l is { Segment: > 0 }) from term in _grammar.Terms.Term select new Phrase(term),
        _grammar.Terms.Product.Select(t => new Phrase(t)));

    private TokenListParser<EnglishToken, Phrase> CommonDivisor() =>
        from op in FirstOf(
            _c.Phrase("greatest common divisor|greatest common factor|highest common factor|gcd").Select(_ => Operator.Gcd),
            _c.Phrase("least common multiple|lowest common multiple|smallest common multiple|lcm").Select(_ => Operator.Lcm))
        from of in _c.Word("of")
        from items in Several()
        from many in _c.Ahead(_ => items.Terms.Count > 1)
        select items.With(items.Terms.Aggregate((a, b) => new Term.Binary(op, a, b)));

    private TokenListParser<EnglishToken, Phrase> Remainder() =>
        from noun in _c.Word("remainder")
        from parts in FirstOf(
            from when in _c.Phrase("when|if|obtained when|that results when")
            from dividend in FirstOf(Definite, Introduced)
            from through in _c.Phrase("is divided by")
            from divisor in _grammar.Terms.Term
            select (dividend, divisor),
            from of in _c.Word("of") from dividend in FirstOf(Definite, Introduced) from divisor in DividedBy select (dividend, divisor),
            from when in _c.Phrase("when dividing|upon dividing|on dividing|of dividing")
            from dividend in Definite
            from through in _c.Word("by")
            from divisor in _grammar.Terms.Term
            select (dividend, divisor))
        select parts.dividend.With(new Term.Binary(Operator.Remainder, parts.dividend.Single, parts.divisor));

    private TokenListParser<EnglishToken, Phrase> LastDigit() =>
        from noun in _c.Phrase("last digit of|units digit of|unit digit of|ones digit of")
        from inner in FirstOf(Definite, Introduced)
        select inner.With(new Term.Binary(Operator.Remainder, inner.Single, Build.Number(10)));

    /// <summary>"the sum of the first n odd numbers".</summary>
    private TokenListParser<EnglishToken, Phrase> FirstNumbers() =>
        from start in _c.Placed(_c.Phrase("sum of"))
        from power in Maybe(from the in Maybe(_c.Word("the")) from word in _c.Word("squares", "cubes") from of in _c.Word("of") select word)
        from first in _c.Phrase("the first")
        from count in _grammar.Terms.Primary
        from kind in _c.Phrase("positive integers|positive natural numbers|positive whole numbers|counting numbers|odd numbers|odd positive integers|positive odd integers|"
            + "positive odd numbers|odd natural numbers|even positive integers|positive even integers|positive even numbers")
        select new Phrase(Sum($"?{start.At}.0", count, kind, power));

    private static Term.Series Sum(string index, Term count, string noun, string? power)
    {
        Term k = new Term.Variable(index);
        var number = noun.Contains("odd", StringComparison.Ordinal) ? new Term.Binary(Operator.Subtract, Build.Multiply(Build.Number(2), k), Build.Number(1))
            : noun.Contains("even", StringComparison.Ordinal) ? Build.Multiply(Build.Number(2), k)
            : k;
        return new Term.Series(index, Build.Number(1), count, power is null ? number : Build.Power(number, power == "cubes" ? 3 : 2));
    }
}
