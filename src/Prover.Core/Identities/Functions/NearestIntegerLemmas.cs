namespace Prover.Core.Identities.Functions;

/// <summary>The function that rounds λ·n to the nearest integer, where λ² = aλ + 1: it grows strictly and satisfies f (f n) = a·f n + n. No real number
/// occurs: m is the nearest integer when (2m − a·n)² differs from (a² + 4)·n² by as much as rounding allows.</summary>
internal static class NearestIntegerLemmas
{
    /// <summary>That the function exists; its arguments are a and that it is positive.</summary>
    public const string Existence = "nearest_function";

    /// <summary>That the nearest integer is only one.</summary>
    public const string Uniqueness = "nearest_unique";

    /// <summary>All lemmas.</summary>
    public const string Text = Rounding + "\n\n" + Growth;

    private const string Rounding = """
        def Nearest (a n m : Int) : Prop :=
          (a * a + 4) * (n * n) < (2 * m - a * n + 1) * (2 * m - a * n + 1) ∧ 0 ≤ 2 * m - a * n ∧
            (0 < 2 * m - a * n → (2 * m - a * n - 1) * (2 * m - a * n - 1) ≤ (a * a + 4) * (n * n))

        theorem nearest_up (u : Int) : (u + 1) * (u + 1) = u * u + 2 * u + 1 := by grind
        theorem nearest_down (u : Int) : (u - 1) * (u - 1) = u * u - 2 * u + 1 := by grind
        theorem nearest_norm (a n m : Int) : (2 * m - a * n) * (2 * m - a * n) - (a * a + 4) * (n * n) = (a * a + 4) * (m * m) - (a * m + 2 * n) * (a * m + 2 * n) := by grind
        theorem nearest_square (d n : Int) : d * ((n + 1) * (n + 1)) = d * (n * n) + 2 * (d * n) + d := by grind
        theorem nearest_wide (d n : Int) : (d * n) * (d * n) = d * (n * n) + (n * n) * (d * (d - 1)) := by grind
        theorem nearest_five (n : Int) : (5 * n - 1) * (5 * n - 1) = 25 * (n * n) - 10 * n + 1 := by grind
        theorem nearest_next (s : Nat) : (s + 1 + 1) * (s + 1 + 1) = (s + 1) * (s + 1) + 2 * s + 3 := by grind

        theorem nearest_sq {u v : Int} (hu : 0 ≤ u) (h : u ≤ v) : u * u ≤ v * v := Int.mul_le_mul h h hu (Int.le_trans hu h)

        theorem nearest_root (N : Nat) : ∃ s : Nat, s * s ≤ N ∧ N < (s + 1) * (s + 1) := by
          induction N with
          | zero => exact ⟨0, by decide⟩
          | succ N ih =>
            obtain ⟨s, h, g⟩ := ih
            rcases Nat.lt_or_ge (N + 1) ((s + 1) * (s + 1)) with k | k
            · exact ⟨s, by omega, k⟩
            · refine ⟨s + 1, k, ?_⟩
              rw [nearest_next]
              omega

        theorem nearest_exists (a n : Nat) : ∃ m : Nat, Nearest a n m := by
          obtain ⟨s, h, g⟩ := nearest_root ((a * a + 4) * (n * n))
          have h' : (s : Int) * s ≤ ((a : Int) * a + 4) * ((n : Int) * n) := Int.ofNat_le.2 h
          have g' : ((a : Int) * a + 4) * ((n : Int) * n) < ((s : Int) + 1) * ((s : Int) + 1) := Int.ofNat_lt.2 g
          refine ⟨(a * n + s + 1) / 2, ?_⟩
          have mm : (((a * n + s + 1) / 2 : Nat) : Int) = ((a : Int) * n + s + 1) / 2 := rfl
          unfold Nearest
          rw [mm]
          clear mm h g
          generalize ((a : Int) * a + 4) * ((n : Int) * n) = D at *
          generalize (a : Int) * n = p at *
          have hs : 0 ≤ (s : Int) := Int.natCast_nonneg s
          generalize (s : Int) = t at *
          have c : 2 * ((p + t + 1) / 2) - p = t ∨ 2 * ((p + t + 1) / 2) - p = t + 1 := by omega
          rcases c with c | c <;> rw [c]
          · refine ⟨g', hs, fun l => ?_⟩
            have := nearest_sq (u := t - 1) (v := t) (by omega) (by omega)
            omega
          · refine ⟨?_, by omega, fun _ => ?_⟩
            · have := nearest_sq (u := t + 1) (v := t + 1 + 1) (by omega) (by omega)
              omega
            · rw [Int.add_sub_cancel]; exact h'

        theorem nearest_unique {a n m k : Int} (h : Nearest a n m) (g : Nearest a n k) : m = k := by
          obtain ⟨h1, h2, h3⟩ := h
          obtain ⟨g1, g2, g3⟩ := g
          generalize (a * a + 4) * (n * n) = D at *
          generalize a * n = p at *
          rcases Int.lt_trichotomy m k with l | l | l
          · have := nearest_sq (u := 2 * m - p + 1) (v := 2 * k - p - 1) (by omega) (by omega)
            have := g3 (by omega)
            omega
          · exact l
          · have := nearest_sq (u := 2 * k - p + 1) (v := 2 * m - p - 1) (by omega) (by omega)
            have := h3 (by omega)
            omega
        """;

    private const string Growth = """
        theorem nearest_bound {a n u : Int} (hn : 0 ≤ n) (p : 0 < u) (q : (u - 1) * (u - 1) ≤ (a * a + 4) * (n * n)) : u ≤ (a * a + 4) * n + 1 := by
          have a0 : 0 ≤ a * a := by rcases Int.le_total 0 a with t | t; exact Int.mul_nonneg t t; exact Int.mul_nonneg_of_nonpos_of_nonpos t t
          have d4 : 4 ≤ a * a + 4 := by omega
          clear a0
          generalize a * a + 4 = d at *
          have d0 : 0 ≤ d * n := Int.mul_nonneg (by omega) hn
          have d1 : 0 ≤ (n * n) * (d * (d - 1)) := Int.mul_nonneg (Int.mul_nonneg hn hn) (Int.mul_nonneg (by omega) (by omega))
          have w := nearest_wide d n
          refine Int.le_of_not_gt fun t => ?_
          have z := nearest_sq (u := d * n + 1) (v := u - 1) (by omega) (by omega)
          rw [nearest_up] at z
          omega

        theorem nearest_mono {a n m k : Int} (ha : 1 ≤ a) (hn : 0 ≤ n) (h : Nearest a n m) (g : Nearest a (n + 1) k) : m < k := by
          refine Int.lt_of_not_ge fun l => ?_
          obtain ⟨h1, h2, h3⟩ := h
          obtain ⟨g1, g2, g3⟩ := g
          have w : 2 * k - a * (n + 1) + 1 ≤ 2 * m - a * n := by rw [Int.mul_add]; omega
          have s1 := nearest_sq (by omega) w
          have e := nearest_square (a * a + 4) n
          have a0 : 0 ≤ a * a := Int.mul_nonneg (by omega) (by omega)
          have n0 : 0 ≤ (a * a + 4) * (n * n) := Int.mul_nonneg (by omega) (Int.mul_nonneg hn hn)
          have d0 : 0 ≤ (a * a + 4) * n := Int.mul_nonneg (by omega) hn
          have r := fun p q => nearest_bound (a := a) (n := n) (u := 2 * m - a * n) hn p q
          generalize 2 * m - a * n = u at *
          rcases Int.lt_or_le 0 u with p | p
          · have q := h3 p
            have := r p q
            rw [nearest_down] at q
            omega
          · have u0 : u = 0 := by omega
            subst u0
            omega

        theorem nearest_less {a n m : Int} (ha : 1 ≤ a) (hn : 0 ≤ n) (hm : 0 ≤ m) (h : Nearest a n m) : n = 0 ∧ m = 0 ∨ 2 * m - a * n < a * m + 2 * n := by
          obtain ⟨h1, h2, h3⟩ := h
          have am : 0 ≤ (a - 1) * n := Int.mul_nonneg (by omega) hn
          rw [Int.sub_mul] at am
          rcases Int.lt_or_le 0 n with z | z
          · refine Or.inr ?_
            rcases Int.lt_or_le 1 a with p | p
            · have : 0 ≤ (a - 2) * m := Int.mul_nonneg (by omega) hm
              rw [Int.sub_mul] at this; omega
            · have a1 : a = 1 := by omega
              subst a1
              refine Int.lt_of_not_ge fun t => ?_
              have q := h3 (by omega)
              have y := nearest_sq (u := 5 * n - 1) (v := 2 * m - 1 * n - 1) (by omega) (by omega)
              rw [nearest_five] at y
              have n1 : n * 1 ≤ n * n := Int.mul_le_mul_of_nonneg_left (by omega) hn
              omega
          · have n0 : n = 0 := by omega
            subst n0
            refine Or.inl ⟨rfl, ?_⟩
            rcases Int.lt_or_le 0 m with p | p
            · have q := h3 (by omega)
              have y := nearest_sq (u := 1) (v := 2 * m - a * 0 - 1) (by omega) (by omega)
              omega
            · omega

        theorem nearest_iterate {a n m : Int} (ha : 1 ≤ a) (hn : 0 ≤ n) (hm : 0 ≤ m) (h : Nearest a n m) : Nearest a m (a * m + n) := by
          have c : 2 * m - a * n = 0 ∧ a * m + 2 * n = 0 ∨ 2 * m - a * n < a * m + 2 * n := by
            rcases nearest_less ha hn hm h with ⟨x, y⟩ | c
            · rw [x, y]; omega
            · exact Or.inr c
          have k := nearest_norm a n m
          have n0 : 0 ≤ (a * a + 4) * (n * n) := Int.mul_nonneg (by have : 0 ≤ a * a := Int.mul_nonneg (by omega) (by omega); omega) (Int.mul_nonneg hn hn)
          have am : 0 ≤ a * m := Int.mul_nonneg (by omega) hm
          obtain ⟨h1, h2, h3⟩ := h
          unfold Nearest
          rw [show 2 * (a * m + n) - a * m = a * m + 2 * n by omega, nearest_up, nearest_down]
          rw [nearest_up] at h1
          rw [nearest_down] at h3
          generalize (a * a + 4) * (m * m) = E at *
          generalize (a * a + 4) * (n * n) = D at *
          have v0 : 0 ≤ a * m + 2 * n := by omega
          generalize a * m + 2 * n = v at *
          generalize 2 * m - a * n = u at *
          have z : u = 0 → u * u = 0 := fun x => by rw [x]; rfl
          generalize u * u = U at *
          generalize v * v = V at *
          refine ⟨?_, v0, fun p => ?_⟩
          · rcases Int.lt_or_le 0 u with q | q
            · have := h3 q; omega
            · have := z (by omega); omega
          · omega

        theorem nearest_function (a : Nat) (ha : 1 ≤ a) : ∃ f : Nat → Nat, (∀ n, f (f n) = a * f n + n) ∧ (∀ n, f n < f (n + 1)) ∧ ∀ n : Nat, Nearest a n (f n) := by
          refine ⟨fun n => (nearest_exists a n).choose, fun n => ?_, fun n => ?_, fun n => (nearest_exists a n).choose_spec⟩
          · have p := (nearest_exists a n).choose_spec
            have q := nearest_unique (nearest_exists a (nearest_exists a n).choose).choose_spec (nearest_iterate (Int.ofNat_le.2 ha) (Int.natCast_nonneg _) (Int.natCast_nonneg _) p)
            exact Int.ofNat.inj q
          · have q := nearest_mono (Int.ofNat_le.2 ha) (Int.natCast_nonneg _) (nearest_exists a n).choose_spec (nearest_exists a (n + 1)).choose_spec
            exact Int.ofNat_lt.1 q
        """;
}
