using Prover.Core.Identities.Sequences;
using Prover.Core.Sampling.Portfolio;

namespace Prover.Core.Identities.Residues;

/// <summary>Lemmas on congruences between numbers of one type.</summary>
internal sealed class CongruenceLemmas(HelperList helpers, string type)
{
    /// <summary>What <c>push_cast</c> rewrites with, but for its arithmetic on numerals, which counts them down from a sum.</summary>
    public const string Casts = "Int.natCast_add, Int.natCast_mul, Int.natCast_pow, Int.cast_ofNat_Int, Int.natCast_one, Int.natCast_zero";

    private string Remainder(string operation) => (type, operation) switch
    {
        ("Int", "add") => "Int.add_emod",
        ("Int", _) => "Int.mul_emod",
        (_, "add") => "Nat.add_mod",
        _ => "Nat.mul_mod",
    };

    /// <summary>Sums of congruent numbers are congruent.</summary>
    public string Add => helpers.Add(
        [$"{{m a b c d : {type}}}", "(h : a % m = b % m)", "(k : c % m = d % m)"], "(a + c) % m = (b + d) % m",
        $"rw [{Remainder("add")}, h, k, ← {Remainder("add")}]");

    /// <summary>Products of congruent numbers are congruent.</summary>
    public string Multiply => helpers.Add(
        [$"{{m a b c d : {type}}}", "(h : a % m = b % m)", "(k : c % m = d % m)"], "(a * c) % m = (b * d) % m",
        $"rw [{Remainder("mul")}, h, k, ← {Remainder("mul")}]");

    /// <summary>Powers of congruent numbers are congruent.</summary>
    public string Raise => helpers.Add(
        [$"{{m a b : {type}}}", "(k : Nat)", "(h : a % m = b % m)"], "(a ^ k) % m = (b ^ k) % m",
        Script.Lines(
            "induction k with",
            $"| zero => simp only [{type}.pow_zero]",
            $"| succ k ih => rw [{type}.pow_succ, {type}.pow_succ]; exact {Multiply} ih h"));

    /// <summary>The k-th power of any number is congruent to one of the values.</summary>
    public string Residue(int modulus, int exponent, IReadOnlyList<int> values, string within)
    {
        var number = helpers.Add(
            [$"(x : {type})"], $"∃ r : Nat, r < {modulus} ∧ x % {modulus} = {(type == "Int" ? "(r : Int)" : "r")} % {modulus}",
            type == "Int" ? $"exact ⟨(x % {modulus}).toNat, by omega, by omega⟩" : $"exact ⟨x % {modulus}, by omega, by omega⟩");
        if (exponent == 1)
        {
            return number;
        }

        var cast = type == "Int" ? "(((s ^ {0} : Nat)) : Int)" : "(s ^ {0})";
        var power = string.Format(System.Globalization.CultureInfo.InvariantCulture, cast, exponent);
        return helpers.Add(
            [$"(x : {type})"], $"∃ r : Nat, {within} ∧ x ^ {exponent} % {modulus} = {(type == "Int" ? "(r : Int)" : "r")} % {modulus}",
            Script.Lines(
                $"obtain ⟨s, hs, e⟩ := {number} x",
                $"have d : ∀ s : Nat, s < {modulus} → (fun r => {within}) (s ^ {exponent} % {modulus}) := by decide +kernel",
                $"have c : x ^ {exponent} % {modulus} = {power} % {modulus} := by",
                $"  {(type == "Int" ? "push_cast; " : string.Empty)}exact {Raise} {exponent} e",
                $"refine ⟨s ^ {exponent} % {modulus}, d s hs, ?_⟩",
                "clear d e",
                $"generalize s ^ {exponent} = w at *",
                $"generalize x ^ {exponent} = z at *",
                "omega"));
    }

    /// <summary>Powers with the variable in the exponent, and the variable itself, depend on one number below preperiod plus period only.</summary>
    public string Period(int modulus, Range range, IReadOnlyList<Leaf> leaves, IReadOnlyList<int> bounds)
    {
        var (n, start, period) = (range.Variable, range.Preperiod, range.Period);
        string Claim(Leaf leaf, string r) => leaf is Leaf.Power power
            ? type == "Int" ? $"(({power.Base} : Int) ^ ({power.Form.ToLean(n, n)})) % {modulus} = ((({power.At(r)}) : Nat) : Int) % {modulus}" : $"(({power.Base} : Nat) ^ ({power.Form.ToLean(n, n)})) % {modulus} = ({power.At(r)}) % {modulus}"
            : $"{n} % {modulus} = {r} % {modulus}";
        string Proof(Leaf leaf) => leaf is not Leaf.Power power ? "by omega"
            : type == "Int" ? $"by (have z := {PowerPeriod(modulus, power, start, period)} r q hs; have y := congrArg (Nat.cast : Nat → Int) z; push_cast at y; push_cast; exact y)"
            : $"{PowerPeriod(modulus, power, start, period)} r q hs";
        var trivial = string.Concat(leaves.Select(l => type == "Int" && l is Leaf.Power ? ", by (push_cast; rfl)" : ", rfl"));
        return helpers.Add(
            [$"({n} : Nat)"],
            $"∃ r : Nat, r < {start + period}{string.Concat(leaves.Select(l => $" ∧ {Claim(l, "r")}"))}{string.Concat(bounds.Select(b => $" ∧ ({b} ≤ {n} ↔ {b} ≤ r)"))}",
            Script.Lines(
                $"rcases Nat.lt_or_ge {n} {start} with h | h",
                $"· exact ⟨{n}, by omega{trivial}{string.Concat(bounds.Select(_ => ", Iff.rfl"))}⟩",
                $"· obtain ⟨q, r, hs, hr, e⟩ : ∃ q r, {start} ≤ r ∧ r < {start + period} ∧ {n} = r + {period} * q :=",
                $"    ⟨({n} - {start}) / {period}, {start} + ({n} - {start}) % {period}, by omega, by omega, by omega⟩",
                "  subst e",
                $"  exact ⟨r, hr{string.Concat(leaves.Select(l => ", " + Proof(l)))}{string.Concat(bounds.Select(_ => ", by omega"))}⟩"));
    }

    private string PowerPeriod(int modulus, Leaf.Power power, int start, int period)
    {
        var (b, form) = (power.Base, power.Form);
        var alpha = form[power.Variable];
        var at = power.At("r");
        return helpers.Add(
            ["(r q : Nat)", $"(h : {start} ≤ r)"],
            $"({power.At($"(r + {period} * q)")}) % {modulus} = ({at}) % {modulus}",
            Script.Lines(
                "induction q with",
                "| zero => rfl",
                "| succ q ih =>",
                $"  have e : {form.ToLean(power.Variable, $"(r + {period} * (q + 1))")} = ({form.ToLean(power.Variable, $"(r + {period} * q - {start})")}) + {alpha * (start + period)} := by omega",
                $"  have e' : {form.ToLean(power.Variable, $"(r + {period} * q)")} = ({form.ToLean(power.Variable, $"(r + {period} * q - {start})")}) + {alpha * start} := by omega",
                $"  have p : {b} ^ {alpha * (start + period)} % {modulus} = {b} ^ {alpha * start} % {modulus} := by decide +kernel",
                "  rw [e, Nat.pow_add, Nat.mul_mod, p, ← Nat.mul_mod, ← Nat.pow_add, ← e']",
                "  exact ih"));
    }
}
