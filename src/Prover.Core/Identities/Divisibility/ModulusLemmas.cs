namespace Prover.Core.Identities.Divisibility;

/// <summary>Lemmas that turn remainders into divisibility.</summary>
internal static class ModulusLemmas
{
    /// <summary>From <c>a % m = b</c>.</summary>
    public const string Remainder = "modulus_remainder";

    /// <summary>From <c>a % m = b % m</c>.</summary>
    public const string Residues = "modulus_residues";

    /// <summary>From <c>a = b</c>.</summary>
    public const string Equation = "modulus_equation";

    /// <summary>The lemmas over one type; all give that m, as an integer, divides a − b.</summary>
    public static string Text(bool isNat) => isNat ? $"{Integers}\n\n{Naturals}" : Integers;

    /// <summary>The lemma's name over the type.</summary>
    public static string Name(string lemma, bool isNat) => isNat ? lemma + "_nat" : lemma;

    private const string Integers = """
        theorem modulus_remainder {a b m : Int} (h : a % m = b) : m ∣ a - b :=
          ⟨a / m, by have := Int.mul_ediv_add_emod a m; rw [h] at this; omega⟩

        theorem modulus_residues {a b m : Int} (h : a % m = b % m) : m ∣ a - b :=
          Int.dvd_of_emod_eq_zero (Int.emod_eq_emod_iff_emod_sub_eq_zero.1 h)

        theorem modulus_equation {a b m : Int} (h : a = b) : m ∣ a - b := by
          rw [h, Int.sub_self]
          exact Int.dvd_zero m
        """;

    private const string Naturals = """
        theorem modulus_remainder_nat {a b m : Nat} (h : a % m = b) : (m : Int) ∣ (a : Int) - (b : Int) :=
          modulus_remainder (by rw [← Int.natCast_emod, h])

        theorem modulus_residues_nat {a b m : Nat} (h : a % m = b % m) : (m : Int) ∣ (a : Int) - (b : Int) :=
          modulus_residues (by rw [← Int.natCast_emod, ← Int.natCast_emod, h])

        theorem modulus_equation_nat {a b : Nat} {m : Int} (h : a = b) : m ∣ (a : Int) - (b : Int) :=
          modulus_equation (congrArg Nat.cast h)
        """;
}
