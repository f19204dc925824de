namespace Prover.Bench.Tests.Screening;

/// <summary>Proofs of the sample's true statements, as nobody who is tested is shown them.</summary>
internal static class SampleProofs
{
    /// <summary>A proof, with the lemmas that go in front of it.</summary>
    public static (string Proof, string Helpers) Of(string name) => name switch
    {
        "mathd_algebra_s1" => ("by omega", string.Empty),
        "mathd_numbertheory_s1" => ("by simp [Nat.pow_mod, h₀]", string.Empty),
        "mathd_numbertheory_s2" => ("by decide +kernel", string.Empty),
        "mathd_numbertheory_s3" => ("⟨23, by decide⟩", string.Empty),
        "mathd_numbertheory_s4" => ("by simp", string.Empty),
        "induction_s1" => ("by simp [Nat.pow_mod]", string.Empty),
        "induction_s2" => (
            """
            by
              induction n with
              | zero => simpa using h₀
              | succ n ih => rw [h₁, ih]; simp only [Nat.pow_two, Nat.add_mul, Nat.mul_add]; omega
            """,
            string.Empty),
        "induction_s4" => (
            """
            by
              induction n generalizing m with
              | zero => simp [h₀, h₁]
              | succ n ih =>
                have e : m + (n + 1) + 1 = (m + 1) + n + 1 := by omega
                rw [e, ih (m + 1), h₂ m, h₂ n]
                simp only [Nat.add_mul, Nat.mul_add]
                omega
            """,
            string.Empty),
        "algebra_s1" => (
            """
            by
              have h : 0 ≤ (a - b) * (a - b) := by
                rcases Int.le_total 0 (a - b) with h | h
                · exact Int.mul_nonneg h h
                · exact Int.mul_nonneg_of_nonpos_of_nonpos h h
              grind
            """,
            string.Empty),
        "amc12_s1" => ("by omega", string.Empty),
        "aime_s1" => (
            """
            by
              have hx : x < 5 := by
                apply Nat.lt_of_not_le
                intro h
                have h3 : 5 ≤ y := by omega
                have := Nat.mul_le_mul h h3
                omega
              rcases x with _ | _ | _ | _ | _ | x <;> omega
            """,
            string.Empty),
        "numbertheory_s1" => ("⟨1766319049, 226153980, by decide, by decide⟩", string.Empty),
        "numbertheory_s3" => (
            """
            by
              induction b using Nat.strongRecOn generalizing a with
              | _ b ih =>
                intro h
                have ha : a % 2 = 0 := by
                  rcases Nat.mod_two_eq_zero_or_one a with e | e
                  · exact e
                  · have : a ^ 2 % 2 = 1 := by simp [Nat.pow_mod, e]
                    omega
                obtain ⟨c, rfl⟩ : ∃ c, a = 2 * c := ⟨a / 2, by omega⟩
                have hb : b ^ 2 = 2 * c ^ 2 := by
                  have : (2 * c) ^ 2 = 4 * c ^ 2 := by rw [Nat.mul_pow]
                  omega
                have hc : 0 < c := by
                  rcases Nat.eq_zero_or_pos c with rfl | hc
                  · have := Nat.pow_pos (n := 2) h₀; omega
                  · exact hc
                have hlt : c < b := by
                  apply Nat.lt_of_not_le
                  intro hle
                  have h1 := Nat.pow_le_pow_left hle 2
                  have h2 := Nat.pow_pos (n := 2) hc
                  omega
                exact ih c hlt b hc hb
            """,
            string.Empty),
        "imo_s1" => (EuclidsNumber, PrimesExist),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no proof of this problem yet. Write one."),
    };

    // Every number above 1 has a prime divisor; a factorial and what divides it.
    private const string PrimesExist = """
        theorem pf (n : Nat) (h : 1 < n) : ∃ p : Nat, 1 < p ∧ p ∣ n ∧ ∀ d : Nat, d ∣ p → d = 1 ∨ d = p := by
          induction n using Nat.strongRecOn with
          | _ n ih =>
            by_cases hn : ∀ d : Nat, d ∣ n → d = 1 ∨ d = n
            · exact ⟨n, h, Nat.dvd_refl n, hn⟩
            · simp only [Classical.not_forall, not_or] at hn
              obtain ⟨d, hd, h1, h2⟩ := hn
              have hle := Nat.le_of_dvd (by omega) hd
              have h0 : d ≠ 0 := by
                rintro rfl
                have := Nat.eq_zero_of_zero_dvd hd
                omega
              obtain ⟨p, hp, hpd, hq⟩ := ih d (by omega) (by omega)
              exact ⟨p, hp, Nat.dvd_trans hpd hd, hq⟩

        def fac : Nat → Nat
          | 0 => 1
          | n + 1 => (n + 1) * fac n

        theorem fac_pos : ∀ n, 0 < fac n
          | 0 => by decide
          | n + 1 => Nat.mul_pos (Nat.succ_pos n) (fac_pos n)

        theorem dvd_fac (k : Nat) (hk : 0 < k) : ∀ n, k ≤ n → k ∣ fac n
          | 0, h => by omega
          | n + 1, h => by
            rcases Nat.lt_or_ge n k with hlt | hge
            · have : k = n + 1 := by omega
              subst this
              exact Nat.dvd_mul_right _ _
            · exact Nat.dvd_trans (dvd_fac k hk n hge) (Nat.dvd_mul_left _ _)
        """;

    // A prime divisor of n! + 1 is above n.
    private const string EuclidsNumber = """
        by
          have hf := fac_pos n
          obtain ⟨p, hp, hpd, hq⟩ := pf (fac n + 1) (by omega)
          refine ⟨p, ?_, hp, hq⟩
          apply Nat.lt_of_not_le
          intro hle
          have h1 := dvd_fac p (by omega) n hle
          have h2 := (Nat.dvd_add_right h1).mp hpd
          have := Nat.le_of_dvd (by decide) h2
          omega
        """;
}
