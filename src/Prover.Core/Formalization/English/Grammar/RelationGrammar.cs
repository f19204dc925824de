using Prover.Core.Formalization.English.Lexing;
using Prover.Core.Formalization.English.Syntax;
using Superpower;
using static Prover.Core.Formalization.English.Grammar.Combinators;

namespace Prover.Core.Formalization.English.Grammar;

/// <summary>Relations in signs: <c>0 &lt; a ≤ b</c>, <c>d ∣ n</c>, <c>a ≡ b (mod m)</c>.</summary>
internal sealed class RelationGrammar
{
    private readonly EnglishGrammar _grammar;
    private readonly Combinators _c;

    public RelationGrammar(EnglishGrammar grammar)
    {
        (_grammar, _c) = (grammar, grammar.Combinators);
        Chain = _c.State.Rule("chain", () => FirstOf(Congruence(), Comparisons()));
    }

    /// <summary>One relation, or several in a row.</summary>
    public TokenListParser<EnglishToken, Formula> Chain { get; }

    /// <summary>"modulo m", "(mod m)".</summary>
    public TokenListParser<EnglishToken, Term> Modulus => FirstOf(
        from open in _c.Kind(EnglishToken.LeftParenthesis, "'(mod'") from term in Modulo() from close in _c.Kind(EnglishToken.RightParenthesis, "')'") select term,
        Modulo());

    /// <summary>A sign that compares.</summary>
    public TokenListParser<EnglishToken, Func<Term, Term, Formula>> Sign => FirstOf(
        Compare(EnglishToken.Equal, "'='", Relation.Equal),
        Compare(EnglishToken.NotEqual, "'≠'", Relation.NotEqual),
        Compare(EnglishToken.Less, "'<'", Relation.Less),
        Compare(EnglishToken.LessOrEqual, "'≤'", Relation.LessOrEqual),
        Compare(EnglishToken.Greater, "'>'", Relation.Greater),
        Compare(EnglishToken.GreaterOrEqual, "'≥'", Relation.GreaterOrEqual),
        _c.Where(l => l.Kind is EnglishToken.Divides or EnglishToken.Bar, "'∣'").Select(_ => (Func<Term, Term, Formula>)((l, r) => new Formula.Divides(l, r))),
        _c.Kind(EnglishToken.NotDivides, "'∤'").Select(_ => (Func<Term, Term, Formula>)((l, r) => new Formula.Not(new Formula.Divides(l, r)))));

    private TokenListParser<EnglishToken, Func<Term, Term, Formula>> Compare(EnglishToken token, string shown, Relation relation) =>
        _c.Kind(token, shown).Select(_ => (Func<Term, Term, Formula>)((l, r) => new Formula.Compare(l, relation, r)));

    private TokenListParser<EnglishToken, Term> Modulo() =>
        from mod in FirstOf(_c.Kind(EnglishToken.Modulo, "'mod'"), _c.Where(l => IsWord(l, "modulo"), "'modulo'"))
        from term in _grammar.Terms.Term
        select term;

    private TokenListParser<EnglishToken, Formula> Congruence() =>
        from first in _grammar.Terms.Term
        from rest in Many(
            from sign in FirstOf(_c.Kind(EnglishToken.Congruent, "'≡'"), _c.Kind(EnglishToken.NotCongruent, "'≢'"))
            from term in _grammar.Terms.Term
            select (sign.Kind, term))
        from any in _c.Ahead(_ => rest.Count > 0)
        from comma in Maybe(_c.Kind(EnglishToken.Comma, "','"))
        from modulus in Modulus
        select Build.All(rest.Select((next, i) =>
        {
            Formula congruent = new Formula.Congruent(i == 0 ? first : rest[i - 1].term, next.term, modulus);
            return next.Kind == EnglishToken.NotCongruent ? new Formula.Not(congruent) : congruent;
        }));

    private TokenListParser<EnglishToken, Formula> Comparisons() =>
        from first in _grammar.Terms.Term
        from rest in Many(from sign in Sign from term in _grammar.Terms.Term select (sign, term))
        from any in _c.Ahead(_ => rest.Count > 0)
        from end in Not(_c.Where(l => l.Kind is EnglishToken.Congruent, "an end of the relation"))
        select Build.All(rest.Select((next, i) => next.sign(i == 0 ? first : rest[i - 1].term, next.term)));
}
