using Prover.Core.Formalization.English.Lexing;
using Prover.Core.Formalization.English.Syntax;
using Superpower;
using static Prover.Core.Formalization.English.Grammar.Combinators;

namespace Prover.Core.Formalization.English.Grammar;

/// <summary>Variables with what is known of them: "natural numbers n and m with n > m", "a, b ∈ ℤ", "n ≥ 4".</summary>
internal sealed class DeclarationGrammar
{
    private readonly EnglishGrammar _grammar;
    private readonly Combinators _c;

    public DeclarationGrammar(EnglishGrammar grammar)
    {
        (_grammar, _c) = (grammar, grammar.Combinators);
        Declaration = _c.State.Rule("declaration", () =>
            from article in Maybe(_c.Word("a", "an", "any", "all", "every", "each", "some", "the"))
            from declaration in FirstOf(OfKind(), InSet, Bare())
            select declaration);
        Names = _c.State.Rule("names", NamesBody);
        Restriction = _c.State.Rule("restriction", () => FirstOf(SuchThat(), Attribute!));
        Attribute = _c.State.Rule("attribute", AttributeBody);
    }

    /// <summary>With or without a noun, with restrictions.</summary>
    public TokenListParser<EnglishToken, Declaration> Declaration { get; }

    /// <summary>"n", "n and m", "a, b, c".</summary>
    public TokenListParser<EnglishToken, IReadOnlyList<string>> Names { get; }

    /// <summary>"with n > m", "greater than 1", "that is divisible by 3": what it says of the variables.</summary>
    public TokenListParser<EnglishToken, Func<IReadOnlyList<Term>, Formula>> Restriction { get; }

    /// <summary>The same without "such that" and "with".</summary>
    public TokenListParser<EnglishToken, Func<IReadOnlyList<Term>, Formula>> Attribute { get; }

    /// <summary>"such that", "with".</summary>
    public TokenListParser<EnglishToken, string> Such => _c.Phrase("such that|with|satisfying|for which|so that|that satisfy|which satisfy|that satisfies|where");

    /// <summary>"a, b ∈ ℤ", "n in ℕ".</summary>
    public TokenListParser<EnglishToken, Declaration> InSet =>
        from names in Names
        from @in in FirstOf(_c.Kind(EnglishToken.In, "'∈'").Select(_ => "in"), _c.Word("in"))
        from set in Set
        from restrictions in Many(Restriction)
        select Make(names, new NumberKind { Domain = set.Domain, Conditions = set.IsPositive ? [t => new Formula.Compare(t, Relation.Greater, Build.Zero)] : [] }, [], restrictions);

    private TokenListParser<EnglishToken, (Domain Domain, bool IsPositive)> Set =>
        _c.Where(l => l.Kind is EnglishToken.Naturals or EnglishToken.PositiveIntegers or EnglishToken.Integers or EnglishToken.Rationals, "ℕ | ℤ | ℚ")
            .Select(l => l.Kind switch
            {
                EnglishToken.Naturals => (Domain.Natural, false),
                EnglishToken.PositiveIntegers => (Domain.Natural, true),
                EnglishToken.Integers => (Domain.Integer, false),
                _ => (Domain.Rational, false),
            });

    /// <summary>What follows a noun: names, or none, and restrictions. Numbers without a name get one that no text can hold.</summary>
    public TokenListParser<EnglishToken, Declaration> Rest(int at, NumberKind kind, bool withRestrictions) => FirstOf(
        from chain in NamedChain(kind)
        from restrictions in withRestrictions ? Many(Restriction) : Parse.Return<EnglishToken, IReadOnlyList<Func<IReadOnlyList<Term>, Formula>>>([])
        select Make(chain.Names, kind, [chain.Condition], restrictions),
        from names in Maybe(Names)
        from operation in names is null ? Parse.Return<EnglishToken, bool>(true) : NoOperator
        from set in names is null ? Parse.Return<EnglishToken, bool>(true) : SameSet(kind)
        from restrictions in withRestrictions ? Many(Restriction) : Parse.Return<EnglishToken, IReadOnlyList<Func<IReadOnlyList<Term>, Formula>>>([])
        select Make(names ?? Anonymous(at, kind), kind, [], restrictions));

    /// <summary>"natural number n ∈ ℕ" says it twice.</summary>
    private TokenListParser<EnglishToken, bool> SameSet(NumberKind kind) => FirstOf(
        from @in in _c.Kind(EnglishToken.In, "'∈'") from set in Set from same in _c.Ahead(_ => set.Domain == kind.Domain && !set.IsPositive) select true,
        Parse.Return<EnglishToken, bool>(true));

    private static string[] Anonymous(int at, NumberKind kind) =>
        [.. Enumerable.Range(0, kind.Step > 0 || !kind.IsPlural ? 1 : kind.Count ?? 1).Select(i => $"?{at}.{i}")];

    private static Declaration Make(
        IReadOnlyList<string> names, NumberKind kind, IEnumerable<Formula> known, IReadOnlyList<Func<IReadOnlyList<Term>, Formula>> restrictions)
    {
        Term[] terms = [.. names.Select(n => new Term.Variable(n))];
        return new Declaration(names, kind.Domain, [.. kind.About(terms), .. known, .. restrictions.Select(r => r(terms))]);
    }

    private TokenListParser<EnglishToken, Declaration> OfKind() =>
        from kind in _c.Placed(_grammar.Kinds.Kind)
        from set in Not(_c.Kind(EnglishToken.In, "an end of the noun"))
        from declaration in Rest(kind.At, kind.Value, withRestrictions: true)
        from count in _c.Unless(
            Parse.Return<EnglishToken, int>(declaration.Names.Count),
            n => kind.Value.Count is { } said && declaration.Names[0][0] != '?' && said != n ? $"{said} numbers are spoken of, but {n} named" : null)
        select declaration;

    private TokenListParser<EnglishToken, Declaration> Bare() => FirstOf(
        from chain in NamedChain(new NumberKind())
        from restrictions in Many(Restriction)
        select Make(chain.Names, new NumberKind(), [chain.Condition], restrictions),
        from names in Names
        from operation in NoOperator
        from restrictions in Many(Restriction)
        select Make(names, new NumberKind(), [], restrictions));

    /// <summary>"n ≥ 4"; "x > y > 0" after a noun in the plural; "a, b > 0".</summary>
    private TokenListParser<EnglishToken, (IReadOnlyList<string> Names, Formula Condition)> NamedChain(NumberKind kind) => FirstOf(
        from name in _grammar.Terms.Name
        from sign in _c.Ahead(IsSign)
        from rest in Many(from s in _grammar.Relations.Sign from term in _grammar.Terms.Term select (s, term))
        from any in _c.Ahead(_ => rest.Count > 0)
        let terms = rest.Select(r => r.term).Prepend(new Term.Variable(name)).ToArray()
        let condition = Build.All(rest.Select((r, i) => r.s(terms[i], r.term)))
        select ((IReadOnlyList<string>)(kind.IsPlural ? [.. Build.Free(condition).Distinct()] : [name]), condition),
        from names in Names
        from plural in _c.Ahead(l => kind.IsPlural && names.Count > 1 && IsSign(l))
        from sign in _grammar.Relations.Sign
        from number in _grammar.Terms.Term
        from closed in _c.Ahead(_ => !Build.Variables(number).Any())
        select (names, Build.All(names.Select(n => sign(new Term.Variable(n), number)))));

    private TokenListParser<EnglishToken, IReadOnlyList<string>> NamesBody() =>
        from first in _grammar.Terms.Name
        from more in Many(
            from separator in FirstOf(
                from comma in _c.Kind(EnglishToken.Comma, "','") from and in Maybe(_c.Word("and")) select ",",
                _c.Word("and"))
            from name in _grammar.Terms.Name
            from end in _c.Ahead(l => MayFollowName(l) || (separator == "and" && IsWord(l, "is", "has", "leaves")))
            select name)
        from distinct in _c.Ahead(_ => more.Append(first).Distinct().Count() == more.Count + 1)
        select (IReadOnlyList<string>)[first, .. more];

    private static bool IsSign(Lexeme? lexeme) => lexeme is
    {
        Kind: EnglishToken.Equal or EnglishToken.NotEqual or EnglishToken.Less or EnglishToken.LessOrEqual or EnglishToken.Greater or EnglishToken.GreaterOrEqual,
    };

    private static bool MayFollowName(Lexeme? lexeme) => lexeme is null || IsSign(lexeme)
        || lexeme.Kind is EnglishToken.Comma or EnglishToken.In or EnglishToken.Period or EnglishToken.QuestionMark or EnglishToken.Colon or EnglishToken.Semicolon
            or EnglishToken.RightParenthesis
        || IsWord(lexeme, "and", "with", "such", "where", "satisfying", "so", "for", "in", "we", "there", "if", "prove", "show", "it", "greater", "less", "at", "be",
            "are", "that", "which", "then", "not", "when", "whenever", "iff", "divisible", "have", "satisfy", "leave", "or");

    /// <summary>A name that is not the beginning of a longer term.</summary>
    private TokenListParser<EnglishToken, bool> NoOperator => _c.Ahead(l => l is null
        || !(l.Kind is EnglishToken.Caret or EnglishToken.Superscript or EnglishToken.Plus or EnglishToken.Minus or EnglishToken.Times or EnglishToken.Slash
            or EnglishToken.Bang or EnglishToken.LeftParenthesis or EnglishToken.Letter or EnglishToken.Number));

    private TokenListParser<EnglishToken, Func<IReadOnlyList<Term>, Formula>> SuchThat() =>
        from comma in Maybe(_c.Kind(EnglishToken.Comma, "','"))
        from word in Such
        from formula in _grammar.Formulas.Condition
        select (Func<IReadOnlyList<Term>, Formula>)(_ => formula);

    private TokenListParser<EnglishToken, Func<IReadOnlyList<Term>, Formula>> AttributeBody() => FirstOf(
        from that in _c.Word("that", "which")
        from predicate in _grammar.Predicates.Predicate
        select predicate,
        from negated in Maybe(_c.Word("not"))
        from predicate in _grammar.Predicates.Property
        select negated is null ? predicate : terms => Build.All(terms.Select(t => new Formula.Not(predicate([t])))));
}
