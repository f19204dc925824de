using Prover.Core.Formalization.English.Elaboration;
using Prover.Core.Formalization.English.Syntax;

namespace Prover.Core.Formalization.English.Writing;

/// <summary>Writes terms at a domain: <c>(n : Int) ^ 2 - 1</c>.</summary>
/// <param name="domains">What the variables in scope range over.</param>
/// <param name="helpers">Names of definitions that what is written needs.</param>
internal sealed class LeanTerms(IReadOnlyDictionary<string, Domain> domains, ISet<string> helpers)
{
    private const int Sum = 65;
    private const int Product = 70;
    private const int Raised = 75;
    private const int Applied = 1024;

    /// <summary>Lean's name of a domain.</summary>
    public static string Type(Domain domain) => domain switch
    {
        Domain.Natural => "Nat",
        Domain.Integer => "Int",
        _ => "Rat",
    };

    /// <summary>The smallest domain in which the term means what it says.</summary>
    public Domain DomainOf(Term term) => term switch
    {
        Term.Variable v => domains[v.Name],
        Term.Binary { Operator: Operator.Gcd or Operator.Lcm } => Domain.Natural,
        Term.Binary { Operator: Operator.Power } b => DomainOf(b.Left),
        Term.Binary { Operator: Operator.Subtract } b => Max(Domain.Integer, DomainOf(b.Left), DomainOf(b.Right)),
        Term.Binary { Operator: Operator.Divide } => throw new UnsaidException("a quotient is read only in equations and inequalities; write it as a product"),
        Term.Binary b => Max(DomainOf(b.Left), DomainOf(b.Right)),
        Term.Negation n => Max(Domain.Integer, DomainOf(n.Of)),
        _ => Domain.Natural,
    };

    /// <summary>The largest of several domains.</summary>
    public static Domain Max(params IEnumerable<Domain> all) => all.Max();

    /// <summary>Writes terms that stand in one relation; at least one says which domain it is of.</summary>
    public string[] Together(Domain domain, params Term[] terms)
    {
        var isSaid = domain == Domain.Natural || terms.Any(IsTyped);
        return [.. terms.Select((t, i) => Write(t, domain, Sum, mustSay: !isSaid && i == 0))];
    }

    /// <summary>One term where a function's argument stands.</summary>
    public string Argument(Term term, Domain domain) => Write(term, domain, Applied, mustSay: false);

    private static bool IsTyped(Term term) => term switch
    {
        Term.Number => false,
        Term.Binary { Operator: Operator.Power } b => IsTyped(b.Left),
        Term.Binary { Operator: not (Operator.Gcd or Operator.Lcm) } b => IsTyped(b.Left) || IsTyped(b.Right),
        Term.Negation n => IsTyped(n.Of),
        _ => true,
    };

    private string Write(Term term, Domain domain, int level, bool mustSay)
    {
        string Paren(string text, int own) => own < level ? $"({text})" : text;
        switch (term)
        {
            case Term.Number number:
                return mustSay ? $"({number.Value} : {Type(domain)})" : number.Value.ToString();
            case Term.Variable variable:
                return domains[variable.Name] == domain ? variable.Name : $"({variable.Name} : {Type(domain)})";
            case Term.Binary { Operator: Operator.Power } power:
                if (DomainOf(power.Right) != Domain.Natural)
                {
                    throw new UnsaidException("an exponent may be negative; say that it is a natural number, and move what is subtracted out of it");
                }

                return Paren($"{Write(power.Left, domain, Raised + 1, mustSay)} ^ {Write(power.Right, Domain.Natural, Raised, mustSay: false)}", Raised);
            case Term.Binary { Operator: Operator.Gcd or Operator.Lcm } pair:
                return Function(pair.Operator == Operator.Gcd ? "gcd" : "lcm", domain, level, Whole(pair), pair.Left, pair.Right);
            case Term.Binary { Operator: Operator.Remainder } when domain == Domain.Rational:
                throw new UnsaidException("the remainder of a fraction has no meaning");
            case Term.Binary binary:
                var (sign, own) = binary.Operator switch
                {
                    Operator.Add => ("+", Sum),
                    Operator.Subtract => ("-", Sum),
                    Operator.Multiply => ("*", Product),
                    Operator.Remainder => ("%", Product),
                    _ => throw new UnsaidException("a quotient is read only in equations and inequalities; write it as a product"),
                };
                var right = Write(binary.Right, domain, own + 1, mustSay: false);
                return Paren($"{Write(binary.Left, domain, own, mustSay)} {sign} {right}", own);
            case Term.Negation negation:
                var inner = Write(negation.Of, domain, Raised, mustSay);
                return Paren($"-{inner}", 67);
            case Term.Factorial factorial:
                Natural(factorial.Of, "'!'");
                helpers.Add("factorial");
                return Cast($"factorial {Write(factorial.Of, Domain.Natural, Applied, mustSay: false)}", domain, level);
            case Term.Absolute absolute:
                return DomainOf(absolute.Of) == Domain.Rational
                    ? throw new UnsaidException("the absolute value of a fraction is not read")
                    : Function("natAbs", domain, level, Domain.Integer, absolute.Of);
            case Term.Series series:
                var (count, body) = Sums.FromZero(series);
                Natural(count, "the bound of a sum");
                helpers.Add("sumBelow");
                var inside = new LeanTerms(domains.Where(d => d.Key != series.Index).Append(new(series.Index, Domain.Natural)).ToDictionary(), helpers);
                inside.Natural(body, "a sum");
                var summand = inside.Write(body, Domain.Natural, 0, mustSay: false);
                return Cast($"sumBelow (fun {series.Index} => {summand}) {Write(count, Domain.Natural, Applied, mustSay: false)}", domain, level);
            default:
                throw new UnsaidException("this term is not written");
        }
    }

    private Domain Whole(Term.Binary pair) => Max(DomainOf(pair.Left), DomainOf(pair.Right)) is var domain && domain == Domain.Rational
        ? throw new UnsaidException("fractions have no common divisor")
        : domain;

    private void Natural(Term term, string where)
    {
        if (DomainOf(term) != Domain.Natural)
        {
            throw new UnsaidException($"a number in {where} may be negative; say that it is a natural number, and do not subtract in it");
        }
    }

    private string Function(string name, Domain domain, int level, Domain arguments, params Term[] terms)
    {
        var isSaid = arguments == Domain.Natural || terms.Any(IsTyped);
        var written = terms.Select((t, i) => Write(t, arguments, Applied, mustSay: !isSaid && i == 0));
        return Cast($"{Type(arguments)}.{name} {string.Join(' ', written)}", domain, level);
    }

    private static string Cast(string text, Domain domain, int level) =>
        domain == Domain.Natural ? level > Applied - 1 ? $"({text})" : text : $"({text} : {Type(domain)})";
}
