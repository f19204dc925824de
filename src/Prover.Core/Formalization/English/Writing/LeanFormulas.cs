using Prover.Core.Formalization.English.Elaboration;
using Prover.Core.Formalization.English.Syntax;

namespace Prover.Core.Formalization.English.Writing;

/// <summary>Writes formulas in Lean without Mathlib; with it they say the same.</summary>
/// <param name="domains">What the variables in scope range over.</param>
/// <param name="used">Names that are taken.</param>
/// <param name="helpers">Names of definitions that what is written needs.</param>
internal sealed class LeanFormulas(IReadOnlyDictionary<string, Domain> domains, ISet<string> used, ISet<string> helpers)
{
    private readonly LeanTerms _terms = new(domains, helpers);

    /// <summary>The formula, with parentheses around what is not a relation when it is a part of another.</summary>
    public string Write(Formula formula, bool isPart = false)
    {
        var (text, isSimple) = formula switch
        {
            Formula.Compare compare => (Compare(Quotients.Clear(compare)), true),
            Formula.Divides d => (Related("∣", d.Divisor, d.Multiple), true),
            Formula.Congruent c => (Congruent(c), true),
            Formula.Parity p => (Compare(Build.Equal(Remainder(p.Of, Build.Number(2)), Build.Number(p.IsOdd ? 1 : 0))), true),
            Formula.Prime p => (Prime(p.Of), false),
            Formula.PerfectPower p => (PerfectPower(p), false),
            Formula.Not(Formula.Compare { Relation: Relation.Equal } c) => (Write(c with { Relation = Relation.NotEqual }), true),
            Formula.Not n => ($"¬({Write(n.Of)})", true),
            Formula.And { Left: Formula.Belongs left, Right: var rest } when Goes(left) => (Write(rest, isPart), true),
            Formula.And { Right: Formula.Belongs right, Left: var rest } when Goes(right) => (Write(rest, isPart), true),
            Formula.And a => ($"{Operand<Formula.And>(a.Left)} ∧ {Operand<Formula.And>(a.Right)}", false),
            Formula.Or o => ($"{Operand<Formula.Or>(o.Left)} ∨ {Operand<Formula.Or>(o.Right)}", false),
            Formula.Implies i => ($"{Write(i.If, isPart: true)} → {Write(i.Then, isPart: true)}", false),
            Formula.Iff i => ($"{Write(i.Left, isPart: true)} ↔ {Write(i.Right, isPart: true)}", false),
            Formula.Bound b => (Bound(b), false),
            Formula.Belongs b => (Belongs(b), true),
            _ => throw new UnsaidException("this is not written"),
        };
        return isPart && !isSimple ? $"({text})" : text;
    }

    private string Operand<T>(Formula formula) => Write(formula, isPart: formula is not T);

    private string Bound(Formula.Bound bound)
    {
        var inner = new LeanFormulas(
            domains.Where(d => d.Key != bound.Name).Append(new(bound.Name, bound.Domain!.Value)).ToDictionary(), used, helpers);
        return $"{(bound.Quantifier == Quantifier.Exists ? '∃' : '∀')} {bound.Name} : {LeanTerms.Type(bound.Domain!.Value)}, {inner.Write(bound.Body)}";
    }

    private string Compare(Formula compare)
    {
        var c = (Formula.Compare)compare;
        return Related(
            c.Relation switch
            {
                Relation.Equal => "=",
                Relation.NotEqual => "≠",
                Relation.Less => "<",
                Relation.LessOrEqual => "≤",
                Relation.Greater => ">",
                _ => "≥",
            },
            c.Left,
            c.Right);
    }

    private string Related(string sign, Term left, Term right)
    {
        var domain = LeanTerms.Max(_terms.DomainOf(left), _terms.DomainOf(right));
        if (sign == "∣" && domain == Domain.Rational)
        {
            throw new UnsaidException("divisibility of fractions has no meaning");
        }

        var sides = _terms.Together(domain, left, right);
        return $"{sides[0]} {sign} {sides[1]}";
    }

    private string Congruent(Formula.Congruent c)
    {
        var domain = LeanTerms.Max(_terms.DomainOf(c.Left), _terms.DomainOf(c.Right), _terms.DomainOf(c.Modulus));
        var isReduced = c is { Right: Term.Number right, Modulus: Term.Number modulus } && right.Value < modulus.Value;
        var sides = _terms.Together(domain, Remainder(c.Left, c.Modulus), isReduced ? c.Right : Remainder(c.Right, c.Modulus));
        return domain == Domain.Rational ? throw new UnsaidException("congruence of fractions has no meaning") : $"{sides[0]} = {sides[1]}";
    }

    private string Prime(Term term)
    {
        var domain = Whole(term);
        var d = Fresh("d");
        var atom = _terms.Argument(term, domain);
        var positive = domain == Domain.Integer ? $"0 < {d} → " : string.Empty;
        return $"2 ≤ {atom} ∧ ∀ {d} : {LeanTerms.Type(domain)}, {positive}{d} ∣ {atom} → {d} = 1 ∨ {d} = {atom}";
    }

    private string PerfectPower(Formula.PerfectPower power)
    {
        var domain = Whole(power.Of);
        var k = Fresh("k");
        return $"∃ {k} : {LeanTerms.Type(domain)}, {_terms.Together(domain, power.Of)[0]} = {k} ^ {power.Exponent}";
    }

    private Domain Whole(Term term) => _terms.DomainOf(term) is var domain && domain == Domain.Rational
        ? throw new UnsaidException("this is not said of fractions")
        : domain;

    private string Belongs(Formula.Belongs belongs) => (_terms.DomainOf(belongs.Of), belongs.Domain) switch
    {
        (Domain.Integer, Domain.Natural) => Related("≥", belongs.Of, Build.Zero),
        (var own, var said) when own <= said => throw new UnsaidException("that a number is of a kind it is known to be is nothing to be shown"),
        _ => throw new UnsaidException("that a fraction is a whole number is not written"),
    };

    /// <summary>Whether it goes without saying.</summary>
    private bool Goes(Formula.Belongs belongs) => _terms.DomainOf(belongs.Of) <= belongs.Domain;

    private static Term.Binary Remainder(Term term, Term modulus) => new(Operator.Remainder, term, modulus);

    private string Fresh(string letter)
    {
        while (used.Contains(letter))
        {
            letter += "'";
        }

        return letter;
    }
}
