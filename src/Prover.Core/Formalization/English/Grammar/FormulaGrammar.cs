using Prover.Core.Formalization.English.Lexing;
using Prover.Core.Formalization.English.Syntax;
using Superpower;
using static Prover.Core.Formalization.English.Grammar.Combinators;

namespace Prover.Core.Formalization.English.Grammar;

/// <summary>Statements: subjects with predicates, relations, and how they are joined and quantified.</summary>
internal sealed class FormulaGrammar
{
    private const string Mixed = "'and' and 'or' are mixed; say 'either … or' or 'both … and'";
    private readonly EnglishGrammar _grammar;
    private readonly Combinators _c;

    public FormulaGrammar(EnglishGrammar grammar)
    {
        (_grammar, _c) = (grammar, grammar.Combinators);
        Statement = _c.State.Rule("statement", () => FirstOf(IfThen(), ForAll(), Body(isKnown: false)));
        Known = _c.State.Rule("known", () => FirstOf(IfThen(), ForAll(), Body(isKnown: true)));
        Condition = _c.State.Rule("condition", Joined);
        Atom = _c.State.Rule("atom", AtomBody);
    }

    /// <summary>All that can be shown.</summary>
    public TokenListParser<EnglishToken, Formula> Statement { get; }

    /// <summary>All that can be supposed: what it says of its numbers after "where" is supposed too.</summary>
    public TokenListParser<EnglishToken, Formula> Known { get; }

    /// <summary>What can stand after "if" or "such that": atoms joined by "and" or "or".</summary>
    public TokenListParser<EnglishToken, Formula> Condition { get; }

    /// <summary>What cannot be taken apart at "and", "or" or "if".</summary>
    public TokenListParser<EnglishToken, Formula> Atom { get; }

    /// <summary>"for all integers a and b, we have", with what it binds.</summary>
    public TokenListParser<EnglishToken, Func<Formula, Formula>> ForAllPrefix =>
        from quantifier in FirstOf(
            from @for in _c.Word("for")
            from word in Maybe(_c.Word("all", "every", "each", "any"))
            select word == "any" ? Quantifier.Any : Quantifier.All,
            _c.Kind(EnglishToken.ForAll, "∀").Select(_ => Quantifier.All))
        from declaration in _grammar.Declarations.Declaration
        from anonymous in _c.Ahead(_ => declaration.Names[0][0] != '?')
        from more in Many(
            from and in _c.Word("and")
            from word in _c.Word("all", "every", "each", "any", "a", "an")
            from next in _grammar.Declarations.Declaration
            from named in _c.Ahead(_ => next.Names[0][0] != '?')
            select next)
        from end in Maybe(_c.Where(l => l.Kind is EnglishToken.Comma or EnglishToken.Colon, "','"))
        select (Func<Formula, Formula>)(f => more.Prepend(declaration).Reverse().Aggregate(f, (inner, d) => d.Bind(quantifier, inner)));

    private TokenListParser<EnglishToken, Formula> ForAll() =>
        from bind in ForAllPrefix
        from have in Filler
        from statement in Statement
        select bind(statement);

    /// <summary>Words that say no more than that something holds.</summary>
    public TokenListParser<EnglishToken, string?> Filler =>
        from comma in Maybe(_c.Kind(EnglishToken.Comma, "','"))
        from filler in Maybe(_c.Phrase("we have that|we have|it holds that|it is true that|it is the case that|then"))
        select filler;

    /// <summary>"if" with its condition and the comma after it.</summary>
    public TokenListParser<EnglishToken, Formula> If =>
        from @if in _c.Phrase("if we assume that|if we have|if")
        from condition in Condition
        from also in Maybe(
            from comma in _c.Kind(EnglishToken.Comma, "','") from word in _c.Word("where") from more in Condition select more)
        from end in Maybe(_c.Kind(EnglishToken.Comma, "','"))
        select also is null ? condition : new Formula.And(condition, also);

    private TokenListParser<EnglishToken, Formula> IfThen() =>
        from condition in If
        from then in Filler
        from statement in Statement
        select (Formula)new Formula.Implies(condition, statement);

    private TokenListParser<EnglishToken, Formula> Body(bool isKnown) =>
        from start in _c.Placed(Condition)
        from end in _c.Placed(Parse.Return<EnglishToken, bool>(true))
        let first = start.Value
        let isNegated = IsNegated(start.At, end.At)
        from tail in Maybe(FirstOf(
            from comma in Maybe(_c.Kind(EnglishToken.Comma, "','"))
            from iff in FirstOf(_c.Phrase("if and only if|iff|exactly when|precisely when|exactly if"), _c.Kind(EnglishToken.Iff, "'⇔'").Select(_ => "iff"))
            from second in Condition
            select (Func<Formula, Formula>)(f => new Formula.Iff(f, second)),
            from implies in FirstOf(_c.Phrase("implies that|implies|only if"), _c.Kind(EnglishToken.Implies, "'⇒'").Select(_ => "implies"))
            from second in Condition
            select (Func<Formula, Formula>)(f => new Formula.Implies(f, second)),
            from comma in Maybe(_c.Kind(EnglishToken.Comma, "','"))
            from @if in _c.Phrase("if|whenever|when|provided that|provided|as long as")
            from second in Condition
            select (Func<Formula, Formula>)(f => new Formula.Implies(second, f))))
        from all in Many(TrailingForAll(tail is null && (IsExistential(first) || isNegated), isKnown))
        from then in Not(_c.Word("if", "whenever", "iff", "implies"))
        select all.Reverse().Aggregate(tail is null ? first : tail(first), (f, bind) => bind(f));

    private bool IsNegated(int from, int to) =>
        _c.State.Lexemes.Take(to).Skip(from).Any(l => IsWord(l, "not", "no", "never", "cannot", "neither", "doesn't"));

    private static bool IsExistential(Formula formula) => Build.Binders(formula).Any(b => b.Quantifier == Quantifier.Exists);

    private TokenListParser<EnglishToken, Func<Formula, Formula>> TrailingForAll(bool isAmbiguous, bool isKnown = false) =>
        from comma in Maybe(_c.Kind(EnglishToken.Comma, "','"))
        from bind in _c.Unless(
            FirstOf(
                from @for in _c.Word("for")
                from word in _c.Word("all", "every", "each", "any")
                from declaration in _grammar.Declarations.Declaration
                select (Func<Formula, Formula>)(f => declaration.Bind(Quantifier.All, f)),
                from @for in _c.Kind(EnglishToken.ForAll, "∀")
                from declaration in _grammar.Declarations.Declaration
                select (Func<Formula, Formula>)(f => declaration.Bind(Quantifier.All, f)),
                from word in _c.Word("where")
                from condition in Condition
                select (Func<Formula, Formula>)(f => isKnown ? new Formula.And(condition, f) : new Formula.Implies(condition, f))),
            _ => isAmbiguous ? "'for all' after 'there is', 'some' or 'not' can be read in two ways; put it at the beginning" : null)
        select bind;

    private TokenListParser<EnglishToken, Formula> Joined() =>
        from first in Tailed()
        from list in Maybe(
            from middle in Many(
                from comma in _c.Kind(EnglishToken.Comma, "','")
                from next in Tailed()
                from more in _c.Ahead(l => l is { Kind: EnglishToken.Comma } || IsWord(l, "and", "or"))
                select ("and", next))
            from some in _c.Ahead(_ => middle.Count > 0)
            from comma in Maybe(_c.Kind(EnglishToken.Comma, "','"))
            from word in _c.Word("and")
            from last in Tailed()
            select middle.Append(("and", last)).ToArray())
        from rest in _c.Unless(
            Many(
                from comma in Maybe(_c.Kind(EnglishToken.Comma, "','"))
                from word in FirstOf(_c.Word("and", "or"), _c.Kind(EnglishToken.And, "'∧'").Select(_ => "and"), _c.Kind(EnglishToken.Or, "'∨'").Select(_ => "or"))
                from that in Maybe(_c.Word("that"))
                from next in Tailed()
                select (word, next)),
            all => (list ?? []).Concat(all).Select(p => p.Item1).Distinct().Count() > 1 ? Mixed : null)
        select Join(first, [.. list ?? [], .. rest]);

    /// <summary>An atom, and for some of which numbers it holds where that is said after it.</summary>
    private TokenListParser<EnglishToken, (Formula Formula, Declaration? Some)> Tailed() =>
        from atom in Atom
        from some in Maybe(from @for in _c.Word("for") from word in _c.Word("some") from declaration in _grammar.Declarations.Declaration select declaration)
        select (atom, some);

    private static Formula Join((Formula Formula, Declaration? Some) first, IReadOnlyList<(string Word, (Formula Formula, Declaration? Some) Next)> rest)
    {
        var (all, last) = (rest.Select(r => r.Next).Prepend(first).ToArray(), rest.Count == 0 ? first : rest[^1].Next);

        // "n = 2k or n = 2k + 1 for some k": the numbers said last are those of the whole.
        if (last.Some is { } some && all[..^1].Any(a => a.Some is null && Build.Free(a.Formula).Any(some.Names.Contains)))
        {
            all[^1] = (last.Formula, null);
            return some.Bind(Quantifier.Exists, Combine(all, rest));
        }

        return Combine(all, rest);
    }

    private static Formula Combine((Formula Formula, Declaration? Some)[] all, IReadOnlyList<(string Word, (Formula, Declaration?) Next)> rest)
    {
        var formulas = all.Select(a => a.Some is null ? a.Formula : a.Some.Bind(Quantifier.Exists, a.Formula));
        return rest.Count > 0 && rest[0].Word == "or" ? Build.Any(formulas) : Build.All(formulas);
    }

    private TokenListParser<EnglishToken, Formula> AtomBody() => FirstOf(
        from not in _c.Phrase("it is not the case that|it is not true that|it is false that") from atom in Atom select (Formula)new Formula.Not(atom),
        Exists(),
        from either in _c.Word("either") from left in Atom from or in _c.Word("or") from right in Atom select (Formula)new Formula.Or(left, right),
        from both in _c.Word("both") from left in Atom from and in _c.Word("and") from right in Atom select (Formula)new Formula.And(left, right),
        _grammar.Relations.Chain,
        Membership(),
        NoSuch(),
        _c.Unless(SubjectAndPredicate(), f => Build.Free(f).Contains(string.Empty) ? "this is said of two numbers" : null),
        from open in _c.Kind(EnglishToken.LeftParenthesis, "'('") from inner in Statement from close in _c.Kind(EnglishToken.RightParenthesis, "')'") select inner);

    private TokenListParser<EnglishToken, Formula> Membership() =>
        from declaration in _grammar.Declarations.InSet
        select Build.All([.. declaration.Names.Select(n => new Formula.Belongs(new Term.Variable(n), declaration.Domain!.Value)), .. declaration.Conditions]);

    /// <summary>"no perfect square ends in 7".</summary>
    private TokenListParser<EnglishToken, Formula> NoSuch() =>
        from no in _c.Placed(_c.Word("no"))
        from phrase in FirstOf(
            from power in _c.Phrase("perfect square of|square of|perfect cube of|cube of")
            from inner in _grammar.Phrases.Introduced
            from one in _c.Ahead(_ => inner.Terms.Count == 1)
            select inner.With(Build.Power(inner.Single, power.Contains("cube", StringComparison.Ordinal) ? 3 : 2)),
            from kind in _grammar.Kinds.Kind
            from declaration in _grammar.Declarations.Rest(no.At, kind, withRestrictions: true)
            from one in _c.Ahead(_ => declaration.Names.Count == 1)
            select new Phrase([new Term.Variable(declaration.Names[0])], [(Quantifier.Indefinite, declaration)]))
        from predicate in _grammar.Predicates.Predicate
        select (Formula)new Formula.Not(phrase.Bind(predicate(phrase.Terms), isObject: true));

    private TokenListParser<EnglishToken, Formula> SubjectAndPredicate() =>
        from subject in Subject()
        from start in _c.Placed(_grammar.Predicates.Predicate)
        from end in _c.Placed(Parse.Return<EnglishToken, bool>(true))
        from clear in _c.Unless(
            Parse.Return<EnglishToken, bool>(subject.Phrase.Introduced.Any(i => i.Quantifier is Quantifier.All or Quantifier.Any) && IsNegated(start.At, end.At)),
            isNegated => isNegated ? "'every … not' can mean none or not all; say 'no', or 'it is not the case that every'" : null)
        from whose in _c.Unless(
            Parse.Return<EnglishToken, bool>(
                subject.Phrase.Introduced.Any(i => i.Quantifier == Quantifier.Indefinite) && IsWord(_c.State.Lexemes.ElementAtOrDefault(start.At), "divides")),
            isUnclear => isUnclear ? "'a … divides' can mean some or every; say 'there is a … that divides', or 'every'" : null)
        select subject.Phrase.Bind(subject.Say(start.Value));

    private TokenListParser<EnglishToken, Subject> Subject()
    {
        var verb = _c.Ahead(l => l is { Kind: EnglishToken.Word } && !IsWord(l, "and", "or", "plus", "minus", "times"));
        var phrase = _grammar.Phrases.Phrase;
        TokenListParser<EnglishToken, Phrase> Several(string word) => _c.List(phrase, word, verb).Select(Phrase.Join);
        return FirstOf(
            from word in _c.Word("neither")
            from first in phrase
            from nor in _c.Word("nor")
            from second in phrase
            select new Subject(Phrase.Join([first, second]), SubjectMode.None),
            from one in _c.Phrase("at least one of the numbers|at least one of the integers|at least one of")
            from items in FirstOf(Several("and"), Several("or"))
            select new Subject(items, SubjectMode.Any),
            from all in Maybe(_c.Phrase("both of|each of|all of|both")) from items in Several("and") select new Subject(items, SubjectMode.All),
            from either in Maybe(_c.Word("either")) from items in Several("or") select new Subject(items, SubjectMode.Any),
            from names in _grammar.Declarations.Names
            from are in _c.Ahead(l => IsWord(l, "are"))
            select new Subject(new Phrase([.. names.Select(n => new Term.Variable(n))], []), SubjectMode.All),
            phrase.Select(p => new Subject(p, SubjectMode.All)));
    }

    private TokenListParser<EnglishToken, Formula> Exists() =>
        from no in FirstOf(
            from there in _c.Word("there")
            from exist in _c.Phrase("does not exist|do not exist|exists|exist|is|are")
            from no in Maybe(_c.Word("no"))
            select exist.Contains("not", StringComparison.Ordinal) || no is not null,
            _c.Kind(EnglishToken.Exists, "∃").Select(_ => false))
        from article in Maybe(_c.Phrase("a|an|some|at least one|any"))
        from start in _c.Placed(Maybe(_grammar.Kinds.Kind))
        from plural in _c.Ahead(_ => start.Value is null || article is not null || start.Value.IsPlural || no)
        from declaration in FirstOf(
            _grammar.Declarations.InSet,
            _grammar.Declarations.Rest(start.At, start.Value ?? new NumberKind(), withRestrictions: false))
        from named in _c.Ahead(_ => start.Value is not null || declaration.Names[0][0] != '?')
        from attributes in Many(_grammar.Declarations.Attribute)
        let terms = declaration.Names.Select(n => (Term)new Term.Variable(n)).ToArray()
        let described = declaration with { Conditions = [.. declaration.Conditions, .. attributes.Select(a => a(terms))] }
        from body in Maybe(Such())
        from said in _c.Ahead(_ => body is not null || described.Conditions.Count > 0)
        let formula = body is null ? described.Exist() : described.Bind(Quantifier.Exists, body)
        select no ? new Formula.Not(formula) : formula;

    private TokenListParser<EnglishToken, Formula> Such() =>
        from comma in Maybe(_c.Kind(EnglishToken.Comma, "','"))
        from such in FirstOf(_grammar.Declarations.Such, _c.Kind(EnglishToken.Colon, "':'").Select(_ => "such that"), _c.Ahead(_ => comma is not null).Select(_ => "such that"))
        from inner in FirstOf(
            IfThen(),
            ForAll(),
            from condition in Condition
            from all in such == "with" ? Parse.Return<EnglishToken, IReadOnlyList<Func<Formula, Formula>>>([]) : Many(TrailingForAll(IsExistential(condition)))
            select all.Reverse().Aggregate(condition, (f, bind) => bind(f)))
        select inner;
}
