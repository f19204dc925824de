using System.Globalization;
using System.Numerics;
using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Refutation.Writing;

/// <summary>Tactics for what no single value proves: that something holds for all values, or for none. Where the statement bounds them, the kernel looks at each.</summary>
internal static class QuantifierTactics
{
    private const int MaxBound = 20_000;

    // A definition by recursion holds by computation; the rest is arithmetic.
    private const string General =
        "exact fun _ => rfl | decide +kernel | (intros; omega) | (intros; dsimp only at *; omega) | (intros; simp; done) | (intros; simp; omega) | (intros; simp_all; omega) | (intros; grind)";

    /// <summary>A term for a universal proposition.</summary>
    public static string ForAll(Proposition.Quantified all, Valuation values)
    {
        var (variables, _) = Chain(all);
        if (Bounds(all, variables, values) is not { } bounds)
        {
            return $"(by clear h; first | {General})";
        }

        var (name, bound) = (variables[0].Name, Text(bounds[0] + 1));
        var outside = "first | (intro p; have := Nat.le_of_dvd (by decide) p; omega) | (intro _ p; have := Nat.le_of_dvd (by decide) p; omega) | (intros; omega) | (intros; simp_all; omega)";
        var one = $"(intro {name}; rcases Nat.lt_or_ge {name} {bound} with q | q; (revert q; revert {name}; decide +kernel); ({outside}))";
        return $"(by clear h; first | decide +kernel | {one} | {General})";
    }

    /// <summary>A term for the negation of an existence.</summary>
    public static string NotExists(Proposition.Quantified exists, Valuation values)
    {
        const string General = "decide +kernel | (intro ⟨_, q⟩; omega) | (intro ⟨_, _, q⟩; omega) | (intro ⟨_, _, _, q⟩; omega) | (simp; done) | (simp; omega) | grind";
        var (variables, body) = Chain(exists);
        if (Bounds(exists, variables, values) is not { } bounds)
        {
            return $"(by clear h; first | {IntegerSquares(variables, body)}{General})";
        }

        var names = variables.Select(v => v.Name).ToList();
        var steps = names.Select((name, i) => $"have g{i} : {name} < {Text(bounds[i] + 1)} := (by {Below(name, bounds[i] + 1, body, i)})");
        var reverts = names.Select((name, i) => $"revert g{i}; revert {name}").Reverse();
        var whole = $"(intro ⟨{string.Join(", ", names)}, q⟩; {string.Join("; ", steps)}; revert q; {string.Join("; ", reverts)}; decide +kernel)";
        return $"(by clear h; first | {whole} | {General})";
    }

    /// <summary>Shows that a variable is below a bound: else a power of it, or its multiple, would be too large.</summary>
    private static string Below(string name, BigInteger bound, Proposition body, int number)
    {
        var fact = $"p{number}";
        var powers = Exponents(body, name).Where(e => e is > 1 and < 20)
            .Select(e => $" | (have {fact} : {Text(BigInteger.Pow(bound, e))} ≤ {name} ^ {e} := Nat.pow_le_pow_left q{number} {e}; omega)");
        return $"rcases Nat.lt_or_ge {name} {Text(bound)} with q{number} | q{number}; (exact q{number}); (exfalso; first | omega"
            + string.Concat(powers)
            + $" | (have {fact} : {Text(bound * bound)} ≤ {name} * {name} := Nat.mul_le_mul q{number} q{number}; omega)"
            + $" | (have {fact} := Nat.le_of_dvd (by omega) q; omega) | (have {fact} := Nat.le_of_dvd (by omega) q.1; omega) | (have {fact} := Nat.le_of_dvd (by omega) q.2; omega) | grind)";
    }

    /// <summary>For an equation in one integer and its square: between which squares the other side lies.</summary>
    private static string IntegerSquares(IReadOnlyList<Binding> variables, Proposition body)
    {
        if (variables is not [{ Type: NumberType.Int, Argument: null } variable] || !Exponents(body, variable.Name).Contains(2))
        {
            return string.Empty;
        }

        var name = variable.Name;
        return $"(intro ⟨{name}, q⟩; have s : {name} ^ 2 = ({name}.natAbs : Int) ^ 2 := (by rw [Int.natAbs_pow_two]); rw [s] at q; have c : ((({name}.natAbs) ^ 2 : Nat) : Int) = ({name}.natAbs : Int) ^ 2 := (by simp); "
            + $"rw [← c] at q; have q' := q; generalize {name}.natAbs = m at q'; have b : m < 1000 := (by rcases Nat.lt_or_ge m 1000 with g | g; (exact g); (exfalso; have p : 1000000 ≤ m ^ 2 := Nat.pow_le_pow_left g 2; omega)); "
            + "clear q c s; revert q'; revert b; revert m; decide +kernel) | ";
    }

    private static (IReadOnlyList<Binding> Variables, Proposition Body) Chain(Proposition.Quantified quantified)
    {
        var variables = new List<Binding>();
        Proposition body = quantified;
        while (body is Proposition.Quantified next && next.IsUniversal == quantified.IsUniversal)
        {
            variables.Add(next.Variable);
            body = next.Body;
        }

        return (variables, body);
    }

    /// <summary>Bounds of all variables of a chain, so small that the kernel can look at all values; null where there are none. Only proposed: Lean must prove each.</summary>
    private static List<BigInteger>? Bounds(Proposition.Quantified quantified, IReadOnlyList<Binding> variables, Valuation values)
    {
        var inner = new Valuation(values.Numbers);
        var names = variables.Select(v => v.Name).ToHashSet(StringComparer.Ordinal);
        var bounds = new List<BigInteger>();
        Proposition rest = quantified;
        foreach (var variable in variables)
        {
            if (variable is not { Type: NumberType.Nat, Argument: null } || rest is not Proposition.Quantified here
                || (ByEquation(quantified, variable.Name, names, values) ?? VariableBound.Of(here, inner)) is not { } bound)
            {
                return null;
            }

            bounds.Add(BigInteger.Max(bound, 0));

            // The bound of the next may be this one: at its largest.
            inner[variable.Name] = bounds[^1];
            rest = here.Body;
        }

        return bounds.Aggregate(BigInteger.One, (product, b) => product * (b + 1)) <= MaxBound ? bounds : null;
    }

    /// <summary>The bound that an equation of an existence gives, whatever its other variables are.</summary>
    private static BigInteger? ByEquation(Proposition.Quantified exists, string name, HashSet<string> names, Valuation values) => exists.IsUniversal
        ? null
        : Conjuncts(Chain(exists).Body).OfType<Proposition.Comparison>().Select(c => EquationBound.Of(c, name, names, values)).Where(b => b is not null).Min();

    private static IEnumerable<Proposition> Conjuncts(Proposition proposition) =>
        proposition is Proposition.Binary { Connective: '∧' } both ? Conjuncts(both.Left).Concat(Conjuncts(both.Right)) : [proposition];

    /// <summary>The exponents that a variable has.</summary>
    private static IEnumerable<int> Exponents(Proposition body, string name) => body.All.SelectMany(p => p.Terms).SelectMany(All)
        .Select(t => t is Term.Binary { Operator: '^', Left: Term.Variable v, Right: Term.Number { Value: var e } } && v.Name == name && e < 100 ? (int)e : 0)
        .Where(e => e > 0).Distinct();

    private static IEnumerable<Term> All(Term term) => term.Parts.SelectMany(All).Prepend(term);

    private static string Text(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);
}
