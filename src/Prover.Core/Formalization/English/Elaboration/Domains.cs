using Prover.Core.Formalization.English.Syntax;

namespace Prover.Core.Formalization.English.Elaboration;

/// <summary>Decides what each variable ranges over.</summary>
internal static class Domains
{
    private static readonly HashSet<string> Counting = ["n", "m", "k", "i", "j", "l"];

    /// <exception cref="UnsaidException">It can't be decided.</exception>
    public static FormalProblem Decide(Spine spine, bool isFound)
    {
        var all = spine.Hypotheses.Append(spine.Conclusion).ToArray();
        var open = spine.Variables.Where(v => v.Domain is null).Select(v => v.Name)
            .Concat(all.SelectMany(Build.Binders).Where(b => b.Domain is null).Select(b => b.Name)).Distinct().ToArray();
        var fallback = Fallback(spine, all, open, isFound);
        var counted = new List<string>();
        var variables = spine.Variables.Select(v => (v.Name, Domain: v.Domain ?? fallback)).ToList();
        var naturals = NeedNatural(all);
        var hypotheses = spine.Hypotheses.ToList();
        for (var i = 0; i < variables.Count; i++)
        {
            if (variables[i].Domain == Domain.Integer && naturals.Contains(variables[i].Name))
            {
                if (spine.Variables[i].Domain is null)
                {
                    counted.Add(variables[i].Name);
                }

                variables[i] = hypotheses.Any(h => IsNotNegative(h, variables[i].Name)) || spine.Variables[i].Domain is null
                    ? (variables[i].Name, Domain.Natural)
                    : throw new UnsaidException($"'{variables[i].Name}' may be negative, and stands in an exponent or before '!'; say 'natural number' or 'positive integer'");
            }
        }

        Formula Closed(Formula f) => Rewrite.Formula(f, t => t, b => b.Domain is null ? b with { Domain = fallback } : b);
        return Shift(new FormalProblem
        {
            Variables = variables,
            Hypotheses = [.. hypotheses.Select(Closed)],
            Conclusion = Closed(spine.Conclusion),
            Notes = [.. Notes([.. open.Except(counted)], fallback), .. Notes(counted, Domain.Natural)],
        });
    }

    private static Domain Fallback(Spine spine, Formula[] all, string[] open, bool isFound)
    {
        if (open.Length == 0)
        {
            return Domain.Integer;
        }

        if (open.FirstOrDefault(n => n is "e" or "i") is { } constant && spine.Variables.Any(v => v.Name == constant && v.Domain is null))
        {
            throw new UnsaidException($"'{constant}' may be a constant; say what kind of number it is");
        }

        var said = spine.Variables.Select(v => v.Domain).Concat(all.SelectMany(Build.Binders).Select(b => b.Domain)).OfType<Domain>().ToArray();
        var terms = all.SelectMany(Build.Terms).SelectMany(Build.Parts).ToArray();
        var subtracts = terms.Any(t => t is Term.Negation or Term.Binary { Operator: Operator.Subtract });
        if (said.Contains(Domain.Rational))
        {
            throw new UnsaidException($"it is not said what kind of number '{open[0]}' is");
        }

        var whole = NeedNatural(all).Count > 0 || all.Any(SpeaksOfWholeNumbers);
        if (isFound && !whole && said.Length == 0)
        {
            return terms.Any(t => IsNonlinear(t))
                ? throw new UnsaidException($"it is not said what kind of number '{open[0]}' is")
                : Domain.Rational;
        }

        var isNatural = !said.Contains(Domain.Integer) && !subtracts && open.All(Counting.Contains);
        return isNatural || (all.SelectMany(Primes).ToHashSet() is var primes && open.All(primes.Contains))
            ? Domain.Natural
            : Domain.Integer;
    }

    private static IEnumerable<string> Notes(List<string> names, Domain domain)
    {
        var kind = domain switch
        {
            Domain.Natural => "natural numbers (0, 1, 2, …)",
            Domain.Rational => "rational numbers",
            _ => "integers",
        };
        return names.Count == 0 ? [] : [$"{string.Join(", ", names)}: taken for {kind}, since the text does not say."];
    }

    private static bool IsNonlinear(Term term) => term switch
    {
        Term.Binary { Operator: Operator.Multiply or Operator.Divide } b => Build.Variables(b.Left).Any() && Build.Variables(b.Right).Any() || b.Operator == Operator.Divide && Build.Variables(b.Right).Any(),
        Term.Binary { Operator: Operator.Power } b => Build.Variables(b).Any(),
        Term.Absolute => true,
        _ => false,
    };

    private static bool SpeaksOfWholeNumbers(Formula formula) => formula switch
    {
        Formula.Divides or Formula.Congruent or Formula.Parity or Formula.Prime or Formula.PerfectPower => true,
        Formula.Not(var f) => SpeaksOfWholeNumbers(f),
        Formula.And(var l, var r) => SpeaksOfWholeNumbers(l) || SpeaksOfWholeNumbers(r),
        Formula.Or(var l, var r) => SpeaksOfWholeNumbers(l) || SpeaksOfWholeNumbers(r),
        Formula.Implies(var l, var r) => SpeaksOfWholeNumbers(l) || SpeaksOfWholeNumbers(r),
        Formula.Iff(var l, var r) => SpeaksOfWholeNumbers(l) || SpeaksOfWholeNumbers(r),
        Formula.Bound b => SpeaksOfWholeNumbers(b.Body),
        Formula.Compare c => new[] { c.Left, c.Right }.SelectMany(Build.Parts).Any(t => t is Term.Binary { Operator: Operator.Remainder or Operator.Gcd or Operator.Lcm }),
        _ => false,
    };

    private static IEnumerable<string> Primes(Formula formula) => formula switch
    {
        Formula.Prime { Of: Term.Variable(var name) } => [name],
        Formula.And(var l, var r) => Primes(l).Concat(Primes(r)),
        Formula.Bound b => Primes(b.Body),
        _ => [],
    };

    /// <summary>Variables in exponents, before "!" and as bounds of sums.</summary>
    private static HashSet<string> NeedNatural(IEnumerable<Formula> formulas) => [.. formulas.SelectMany(Build.Terms).SelectMany(Build.Parts).SelectMany(t => t switch
    {
        Term.Binary { Operator: Operator.Power } power => Build.Variables(power.Right),
        Term.Factorial f => Build.Variables(f.Of),
        Term.Series s => [.. Build.Variables(s.From), .. Build.Variables(s.To), .. Build.Variables(s.Body).Where(v => v != s.Index)],
        _ => [],
    })];

    private static bool IsNotNegative(Formula hypothesis, string name) => hypothesis switch
    {
        Formula.Compare(Term.Variable(var v), Relation.Greater or Relation.GreaterOrEqual or Relation.Equal, Term.Number) => v == name,
        Formula.Compare(Term.Number, Relation.Less or Relation.LessOrEqual or Relation.Equal, Term.Variable(var v)) => v == name,
        Formula.Compare(Term.Variable(var v), Relation.GreaterOrEqual, Term.Negation(Term.Number n)) => v == name && n.Value.IsZero,
        _ => false,
    };

    /// <summary>Where numbers are subtracted, natural numbers are written as integers that are not negative: on ℕ, Lean's subtraction ends at zero.</summary>
    private static FormalProblem Shift(FormalProblem problem)
    {
        var all = problem.Hypotheses.Append(problem.Conclusion).ToArray();
        var natural = problem.Variables.Where(v => v.Domain == Domain.Natural).Select(v => v.Name).ToHashSet();
        var parts = all.SelectMany(Build.Terms).SelectMany(Build.Parts).ToArray();
        var subtracts = parts.Any(t => t is Term.Negation or Term.Binary { Operator: Operator.Subtract } && Build.Variables(t).Any(natural.Contains));
        var fixedNaturals = NeedNatural(all).Overlaps(natural) || all.SelectMany(Primes).Any(natural.Contains)
            || parts.Any(t => t is Term.Binary { Operator: Operator.Gcd or Operator.Lcm } or Term.Series or Term.Factorial)
            || all.SelectMany(Build.Binders).Any(b => b.Domain == Domain.Natural) || all.Any(HasPower);
        if (!subtracts || fixedNaturals)
        {
            return problem;
        }

        var signs = problem.Variables.Where(v => v.Domain == Domain.Natural)
            .Where(v => !problem.Hypotheses.Any(h => IsNotNegative(h, v.Name)))
            .Select(v => (Formula)new Formula.Compare(new Term.Variable(v.Name), Relation.GreaterOrEqual, Build.Zero));
        return problem with
        {
            Variables = [.. problem.Variables.Select(v => v.Domain == Domain.Natural ? (v.Name, Domain.Integer) : v)],
            Hypotheses = [.. signs, .. problem.Hypotheses],
        };
    }

    private static bool HasPower(Formula formula) => formula switch
    {
        Formula.PerfectPower or Formula.Prime => true,
        Formula.Not(var f) => HasPower(f),
        Formula.And(var l, var r) => HasPower(l) || HasPower(r),
        Formula.Or(var l, var r) => HasPower(l) || HasPower(r),
        Formula.Implies(var l, var r) => HasPower(l) || HasPower(r),
        Formula.Iff(var l, var r) => HasPower(l) || HasPower(r),
        Formula.Bound b => HasPower(b.Body),
        _ => false,
    };
}
