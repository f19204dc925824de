using System.Globalization;
using System.Numerics;
using Prover.Core.Formalization.English.Lexing;
using Prover.Core.Formalization.English.Syntax;
using Superpower;
using Superpower.Model;
using static Prover.Core.Formalization.English.Grammar.Combinators;

namespace Prover.Core.Formalization.English.Grammar;

/// <summary>Terms in signs: <c>2n(n+1)</c>, <c>\frac{n}{2}</c>, <c>n^2 + 1</c>. What mathematicians would ask about is not read.</summary>
internal sealed class TermGrammar
{
    private const string ATerm = "a number or a variable";
    private readonly Combinators _c;

    public TermGrammar(Combinators c)
    {
        _c = c;
        Term = c.State.Rule("term", () => FirstOf(Dotted(), Sum()));
        Primary = c.State.Rule("primary", PrimaryBody);
        Product = c.State.Rule("product", ProductBody);
    }

    /// <summary>Sums and all that binds tighter.</summary>
    public TokenListParser<EnglishToken, Term> Term { get; }

    /// <summary>Products and all that binds tighter.</summary>
    public TokenListParser<EnglishToken, Term> Product { get; }

    /// <summary>A number, a variable or something in parentheses.</summary>
    public TokenListParser<EnglishToken, Term> Primary { get; }

    /// <summary>The name of a variable.</summary>
    public TokenListParser<EnglishToken, string> Name => _c.Kind(EnglishToken.Letter, "a variable").Select(l => l.Text);

    /// <summary>"1 + 2 + … + n".</summary>
    private TokenListParser<EnglishToken, Term> Dotted() =>
        from terms in _c.Placed(
            from first in Product
            from more in Many(from plus in _c.Kind(EnglishToken.Plus, "'+'") from term in Product select term)
            from plus in _c.Kind(EnglishToken.Plus, "'+'")
            from dots in _c.Kind(EnglishToken.Dots, "'…'")
            from last in Many(from plus in _c.Kind(EnglishToken.Plus, "'+'") from term in Product select term)
            from any in _c.Ahead(_ => last.Count > 0)
            select (First: (IReadOnlyList<Term>)[first, .. more], Last: last))
        from end in Not(_c.Where(l => l.Kind is EnglishToken.Minus, "an end of the sum"))
        from sum in _c.Unless(
            Parse.Return<EnglishToken, Term?>(Progression.Sum($"?{terms.At}.0", terms.Value.First, terms.Value.Last)),
            s => s is null ? "what the dots stand for is not clear; begin with two or three terms and end with the general one" : null)
        select sum;

    private TokenListParser<EnglishToken, Term> Sum() =>
        from sign in Maybe(FirstOf(_c.Kind(EnglishToken.Minus, "'-'"), _c.Kind(EnglishToken.Plus, "'+'")))
        from first in Product
        from rest in Many(
            from op in FirstOf(
                _c.Kind(EnglishToken.Plus, "'+'").Select(_ => Operator.Add),
                _c.Kind(EnglishToken.Minus, "'-'").Select(_ => Operator.Subtract),
                _c.Word("plus").Select(_ => Operator.Add),
                _c.Word("minus").Select(_ => Operator.Subtract))
            from dots in Not(_c.Kind(EnglishToken.Dots, "'…'"))
            from term in Product
            select (op, term))
        select rest.Aggregate(sign?.Kind == EnglishToken.Minus ? new Term.Negation(first) : first, (left, next) => new Term.Binary(next.op, left, next.term));

    private TokenListParser<EnglishToken, Term> ProductBody() =>
        from first in Factor()
        from rest in _c.Unless(
            Many(FirstOf(
                from op in _c.Kind(EnglishToken.Times, "'·'") from factor in FirstOf(Factor(), Negative()) select ('*', factor),
                from op in _c.Kind(EnglishToken.Slash, "'/'") from factor in Factor() select ('/', factor),
                from op in _c.Word("times") from factor in Factor() select ('*', factor),
                from near in Beside from factor in Factor() select ('.', factor))),
            all => all.SkipWhile(f => f.Item1 != '/').Any(f => f.Item1 == '.') ? "a product after '/' can be read in two ways; use parentheses or \\frac" : null)
        select rest.Aggregate(first, (left, next) => new Term.Binary(next.Item1 == '/' ? Operator.Divide : Operator.Multiply, left, next.Item2));

    private TokenListParser<EnglishToken, Term> Negative() =>
        from minus in _c.Kind(EnglishToken.Minus, "'-'") from factor in Factor() select (Term)new Term.Negation(factor);

    /// <summary>Whether the next token is a factor although nothing stands before it: never over white space in plain text.</summary>
    private TokenListParser<EnglishToken, bool> Beside => input =>
    {
        var (next, before) = (_c.State.At(input), input.IsAtEnd ? null : _c.State.Lexemes[input.Position - 1]);
        var isFactor = next is { Kind: EnglishToken.Letter or EnglishToken.LeftParenthesis or EnglishToken.Fraction }
            && before is not null
            && next.Segment == before.Segment
            && (next.Segment > 0 || !next.AfterSpace)
            && !(next.Kind == EnglishToken.Fraction && before.Kind == EnglishToken.Number);
        return isFactor ? TokenListParserResult.Value(true, input, input) : TokenListParserResult.Empty<EnglishToken, bool>(input);
    };

    private TokenListParser<EnglishToken, Term> Factor() =>
        from body in Primary
        from bang in Maybe(_c.Where(l => l is { Kind: EnglishToken.Bang, AfterSpace: false }, "'!'"))
        let factorial = bang is null ? body : new Term.Factorial(body)
        from power in Maybe(Exponent())
        from again in power is null ? Parse.Return<EnglishToken, bool>(true) : Not(_c.Where(l => l.Kind is EnglishToken.Caret or EnglishToken.Superscript or EnglishToken.Bang, "no second exponent"))
        from squared in Maybe(_c.Word("squared", "cubed"))
        let raised = power is null ? factorial : new Term.Binary(Operator.Power, factorial, power)
        select squared is null ? raised : Build.Power(raised, squared == "cubed" ? 3 : 2);

    private TokenListParser<EnglishToken, Term> Exponent() => FirstOf(
        _c.Kind(EnglishToken.Superscript, "an exponent").Select(l => (Term)Whole(l.Text)),
        from caret in _c.Kind(EnglishToken.Caret, "'^'")
        from exponent in FirstOf(
            Between(EnglishToken.LeftBrace, Term, EnglishToken.RightBrace),
            Between(EnglishToken.LeftParenthesis, Term, EnglishToken.RightParenthesis),
            from simple in FirstOf(Number(), Variable())
            from end in Not(_c.Where(l => l is { Segment: 0, AfterSpace: false, Kind: EnglishToken.Letter or EnglishToken.LeftParenthesis }, "an end of the exponent; put it in parentheses"))
            select simple)
        select exponent);

    private TokenListParser<EnglishToken, Term> PrimaryBody() => FirstOf(
        Number(),
        Variable(),
        Between(EnglishToken.LeftParenthesis, Term, EnglishToken.RightParenthesis),
        Between(EnglishToken.LeftBracket, Term, EnglishToken.RightBracket),
        Between(EnglishToken.LeftBrace, Term, EnglishToken.RightBrace),
        Between(EnglishToken.Bar, Term, EnglishToken.Bar).Select(t => (Term)new Term.Absolute(t)),
        FractionTerm(),
        Pair("gcd", Operator.Gcd),
        Pair("hcf", Operator.Gcd),
        Pair("lcm", Operator.Lcm),
        Series());

    private TokenListParser<EnglishToken, Term> Number() =>
        from number in _c.Kind(EnglishToken.Number, ATerm)
        select number.Text.Contains('.', StringComparison.Ordinal) ? (Term)Decimal(number.Text) : Whole(number.Text);

    private TokenListParser<EnglishToken, Term> Variable() => _c.Kind(EnglishToken.Letter, ATerm).Select(l => (Term)new Term.Variable(l.Text));

    private TokenListParser<EnglishToken, Term> FractionTerm() =>
        from frac in _c.Kind(EnglishToken.Fraction, ATerm)
        from above in Between(EnglishToken.LeftBrace, Term, EnglishToken.RightBrace)
        from below in Between(EnglishToken.LeftBrace, Term, EnglishToken.RightBrace)
        select (Term)new Term.Binary(Operator.Divide, above, below);

    private TokenListParser<EnglishToken, Term> Pair(string word, Operator op)
    {
        TokenListParser<EnglishToken, Term> Inside(EnglishToken left, EnglishToken right) =>
            from open in _c.Kind(left, "'('")
            from first in Term
            from comma in _c.Kind(EnglishToken.Comma, "','")
            from second in Term
            from close in _c.Kind(right, "')'")
            select (Term)new Term.Binary(op, first, second);
        return _c.Word(word).IgnoreThen(FirstOf(
            Inside(EnglishToken.LeftParenthesis, EnglishToken.RightParenthesis), Inside(EnglishToken.LeftBracket, EnglishToken.RightBracket)));
    }

    private TokenListParser<EnglishToken, Term> Series() =>
        from sum in _c.Kind(EnglishToken.Sum, ATerm)
        from under in _c.Kind(EnglishToken.Underscore, "'_'")
        from open in _c.Kind(EnglishToken.LeftBrace, "'{'")
        from index in Name
        from equal in _c.Kind(EnglishToken.Equal, "'='")
        from low in Term
        from close in _c.Kind(EnglishToken.RightBrace, "'}'")
        from caret in _c.Kind(EnglishToken.Caret, "'^'")
        from high in FirstOf(Between(EnglishToken.LeftBrace, Term, EnglishToken.RightBrace), Number(), Variable())
        from body in Product
        from end in Not(_c.Where(l => l.Kind is EnglishToken.Plus or EnglishToken.Minus, "an end of the sum; put what is summed, or the sum, in parentheses"))
        select (Term)new Term.Series(index, low, high, body);

    private TokenListParser<EnglishToken, Term> Between(EnglishToken left, TokenListParser<EnglishToken, Term> inner, EnglishToken right) =>
        from open in _c.Kind(left, left == EnglishToken.LeftBrace ? "'{'" : ATerm)
        from term in inner
        from close in _c.Kind(right, right == EnglishToken.RightParenthesis ? "')'" : "a closing bracket")
        select term;

    private static Term.Number Whole(string digits) => new Term.Number(BigInteger.Parse(digits, CultureInfo.InvariantCulture));

    private static Term.Binary Decimal(string text)
    {
        var (whole, fraction) = (text[..text.IndexOf('.', StringComparison.Ordinal)], text[(text.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        return new Term.Binary(Operator.Divide, Whole(whole + fraction), new Term.Number(BigInteger.Pow(10, fraction.Length)));
    }
}
