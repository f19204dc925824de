using Prover.Core.Formalization.English.Lexing;
using Prover.Core.Formalization.English.Syntax;
using Superpower;
using static Prover.Core.Formalization.English.Grammar.Combinators;

namespace Prover.Core.Formalization.English.Grammar;

/// <summary>Whole problems: what is let and supposed, then what is to be shown or found.</summary>
internal sealed class SentenceGrammar
{
    private readonly EnglishGrammar _grammar;
    private readonly Combinators _c;

    public SentenceGrammar(EnglishGrammar grammar)
    {
        (_grammar, _c) = (grammar, grammar.Combinators);
        Goal = _c.State.Rule("goal", () => FirstOf(Shown(), Conditional(), Asked()));
        Problem =
            from context in Many(Context())
            from goal in FirstOf(
                Goal,
                from then in Maybe(_c.Word("then", "hence", "therefore", "thus"))
                from comma in then is null ? Parse.Return<EnglishToken, Lexeme?>(null) : Maybe(_c.Kind(EnglishToken.Comma, "','"))
                from statement in _grammar.Formulas.Statement
                select (Assignment)new Assignment.Show(statement))
            from end in Ends
            from answer in Maybe(Answer())
            from done in _c.Ahead(l => l is null)
            select new Problem(context, goal, answer);
    }

    /// <summary>The whole text.</summary>
    public TokenListParser<EnglishToken, Problem> Problem { get; }

    private TokenListParser<EnglishToken, Assignment> Goal { get; }

    private TokenListParser<EnglishToken, bool> Ends => Many(_c.Where(l => l.Kind is EnglishToken.Period or EnglishToken.QuestionMark or EnglishToken.Semicolon, "an end of the sentence")).Select(_ => true);

    private TokenListParser<EnglishToken, Lexeme> Stop => FirstOf(
        _c.Where(l => l.Kind is EnglishToken.Period or EnglishToken.Semicolon, "'.'"),
        from comma in _c.Kind(EnglishToken.Comma, "','") from and in Maybe(_c.Word("and")) from next in _c.Ahead(l => IsWord(l, "prove", "show", "find", "suppose", "assume", "let")) select comma,
        from and in _c.Where(l => IsWord(l, "and"), "'and'") from next in _c.Ahead(l => IsWord(l, "prove", "show", "find", "suppose", "assume", "let")) select and);

    /// <summary>A sentence before the last: a formula that is known, with the numbers that it introduces.</summary>
    private TokenListParser<EnglishToken, Func<Formula, Formula>> Context() =>
        from begin in Maybe(_c.Phrase("in this problem|now|also|further|furthermore"))
        from comma in Maybe(_c.Kind(EnglishToken.Comma, "','"))
        from context in FirstOf(
            from letWord in _c.Word("let") from bind in Let() select bind,
            from suppose in Suppose from given in Given() from end in Stop select given,
            from goal in Not(Goal)
            from known in _grammar.Formulas.Known
            from end in _c.Placed(_c.Kind(EnglishToken.Period, "'.'"))
            from more in _c.Ahead(l => l is not null && !IsAnswer(l) && AsksLater(end.At))
            select (Func<Formula, Formula>)(f => new Formula.Implies(known, f)))
        select context;

    // A sentence is known only where another one says clearly what is to be shown.
    private bool AsksLater(int at) => _c.State.Lexemes.Skip(at).Any(l => IsWord(
        l, "prove", "show", "verify", "demonstrate", "deduce", "conclude", "establish", "check", "find", "what", "compute", "determine", "calculate", "evaluate", "then", "hence", "therefore", "thus"));

    // "Show that it is …" after a question is no goal of its own.
    private bool IsAnswer(Lexeme lexeme)
    {
        var at = _c.State.Lexemes.ToList().IndexOf(lexeme);
        return IsWord(lexeme, "show", "prove") && _c.State.Lexemes.Skip(at + 1).Take(2).Any(l => IsWord(l, "it"));
    }

    private TokenListParser<EnglishToken, string> Suppose => _c.Phrase("suppose that|suppose further that|suppose|assume that|assume|given that|given");

    private TokenListParser<EnglishToken, Func<Formula, Formula>> Given() => FirstOf(
        from declaration in _grammar.Declarations.Declaration
        from end in _c.Ahead(l => l is { Kind: EnglishToken.Comma or EnglishToken.Period } && declaration.Names[0][0] != '?')
        select (Func<Formula, Formula>)(f => declaration.Bind(Quantifier.All, f)),
        _grammar.Formulas.Known.Select(known => (Func<Formula, Formula>)(f => new Formula.Implies(known, f))));

    private TokenListParser<EnglishToken, Func<Formula, Formula>> Let() =>
        from first in LetItem()
        from more in Many(
            from comma in Maybe(_c.Kind(EnglishToken.Comma, "','")) from and in _c.Word("and") from letWord in Maybe(_c.Word("let")) from item in LetItem() select item)
        from end in Stop
        select (Func<Formula, Formula>)(f => more.Prepend(first).Reverse().Aggregate(f, (inner, bind) => bind(inner)));

    private TokenListParser<EnglishToken, Func<Formula, Formula>> LetItem() => FirstOf(
        from names in _grammar.Declarations.Names
        from be in _c.Word("be", "denote")
        from kind in LetKind()
        from restrictions in Many(_grammar.Declarations.Restriction)
        let terms = names.Select(n => (Term)new Term.Variable(n)).ToArray()
        select Bind(new Declaration(names, kind.Domain, [.. kind.About(terms), .. restrictions.Select(r => r(terms))])),
        from names in _grammar.Declarations.Names
        from be in _c.Word("be")
        from property in _grammar.Predicates.Property
        select Bind(new Declaration(names, null, [property([.. names.Select(n => new Term.Variable(n))])])),
        from declaration in _grammar.Declarations.InSet select Bind(declaration),
        from chain in _grammar.Relations.Chain
        from be in Maybe(from be in _c.Word("be") from kind in LetKind() select kind)
        from restrictions in be is null ? Parse.Return<EnglishToken, IReadOnlyList<Func<IReadOnlyList<Term>, Formula>>>([]) : Many(_grammar.Declarations.Restriction)
        let names = Build.Free(chain).Distinct().ToArray()
        let terms = names.Select(n => (Term)new Term.Variable(n)).ToArray()
        select be is null
            ? f => new Formula.Implies(chain, f)
            : Bind(new Declaration(names, be.Domain, [.. be.About(terms), chain, .. restrictions.Select(r => r(terms))])));

    private TokenListParser<EnglishToken, NumberKind> LetKind() =>
        from article in Maybe(_c.Word("a", "an", "any", "some"))
        from kind in _grammar.Kinds.Kind
        select kind;

    private static Func<Formula, Formula> Bind(Declaration declaration) => f => declaration.Bind(Quantifier.All, f);

    /// <summary>"Prove that …".</summary>
    private TokenListParser<EnglishToken, Assignment> Shown() =>
        from we in Maybe(_c.Phrase("then we want to|we want to|please|then"))
        from verb in _c.Word("prove", "show", "verify", "demonstrate", "deduce", "conclude", "establish", "check")
        from it in Not(_c.Phrase("that it is|it is"))
        from that in Maybe(_c.Phrase("the following statement|the following|that"))
        from colon in Maybe(_c.Where(l => l.Kind is EnglishToken.Colon or EnglishToken.Comma, "':'"))
        from statement in _grammar.Formulas.Statement
        select (Assignment)new Assignment.Show(statement);

    /// <summary>A goal after what is given in the same sentence.</summary>
    private TokenListParser<EnglishToken, Assignment> Conditional() => FirstOf(
        from condition in _grammar.Formulas.If
        from then in _grammar.Formulas.Filler
        from goal in Goal
        select goal.Under(f => new Formula.Implies(condition, f)),
        from bind in _grammar.Formulas.ForAllPrefix from goal in Goal select goal.Under(bind),
        from suppose in Suppose
        from given in Given()
        from comma in _c.Kind(EnglishToken.Comma, "','")
        from then in Maybe(_c.Word("then"))
        from goal in Goal
        select goal.Under(given));

    /// <summary>"What is …?", "Find …".</summary>
    private TokenListParser<EnglishToken, Assignment> Asked() => FirstOf(
        from solve in _c.Word("solve")
        from @for in Maybe(from w in _c.Word("for") from name in _grammar.Terms.Name select name)
        from colon in Maybe(_c.Kind(EnglishToken.Colon, "':'"))
        from noun in Maybe(_c.Phrase("the equation|the linear equation"))
        from equation in _grammar.Relations.Chain
        from after in Maybe(from w in _c.Word("for") from name in _grammar.Terms.Name select name)
        select (Assignment)new Assignment.Find(@for is null && after is null ? null : new Term.Variable(@for ?? after!), equation),
        from verb in _c.Phrase("what is|what was|find|compute|determine|calculate|evaluate")
        from value in Maybe(_c.Phrase("the value of|the exact value of"))
        from colon in Maybe(_c.Kind(EnglishToken.Colon, "':'"))
        from kind in Maybe(SoughtKind)
        from term in _grammar.Phrases.Definite
        from named in _c.Ahead(_ => kind is null || term.Terms is [Term.Variable])
        from end in Maybe(_c.Kind(EnglishToken.QuestionMark, "'?'"))
        from condition in Maybe(
            from comma in Maybe(_c.Kind(EnglishToken.Comma, "','"))
            from word in _c.Phrase("if|when|given that|given|such that|where|so that|for which")
            from condition in _grammar.Formulas.Condition
            select condition)
        let find = new Assignment.Find(term.Single, condition)
        select kind is null ? find : find.Under(f => new Formula.Implies(
            Build.All([new Formula.Belongs(term.Single, kind.Domain!.Value), .. kind.About(term.Terms)]), f)));

    /// <summary>"the integer" before a letter: what kind of number is sought.</summary>
    private TokenListParser<EnglishToken, NumberKind> SoughtKind =>
        from the in _c.Word("the")
        from kind in _grammar.Kinds.Kind
        from name in _c.Ahead(l => l is { Kind: EnglishToken.Letter })
        select kind;

    /// <summary>"Show that it is 5."</summary>
    private TokenListParser<EnglishToken, Term> Answer() =>
        from verb in _c.Word("show", "prove")
        from that in _c.Phrase("that it is|that the answer is|it is|that it equals|that the remainder is|that it is equal to")
        from term in _grammar.Terms.Term
        from end in Ends
        select term;
}

/// <summary>A problem as it was read, sentence by sentence.</summary>
/// <param name="Context">What is known: each makes of a goal a goal under what it says.</param>
/// <param name="Assignment">What is asked.</param>
/// <param name="Answer">The answer where the text tells it.</param>
internal sealed record Problem(IReadOnlyList<Func<Formula, Formula>> Context, Assignment Assignment, Term? Answer);

/// <summary>What a problem asks for.</summary>
internal abstract record Assignment
{
    /// <summary>The same under what is known.</summary>
    public abstract Assignment Under(Func<Formula, Formula> known);

    /// <summary>To show that something holds.</summary>
    public sealed record Show(Formula Formula) : Assignment
    {
        public override Assignment Under(Func<Formula, Formula> known) => new Show(known(Formula));
    }

    /// <summary>To find a number.</summary>
    /// <param name="Term">The number; null where the equation has but one unknown.</param>
    /// <param name="Condition">What is known of it.</param>
    public sealed record Find(Term? Term, Formula? Condition) : Assignment
    {
        /// <summary>What was said in front of it.</summary>
        public IReadOnlyList<Func<Formula, Formula>> Known { get; init; } = [];

        public override Assignment Under(Func<Formula, Formula> known) => this with { Known = [known, .. Known] };
    }
}
