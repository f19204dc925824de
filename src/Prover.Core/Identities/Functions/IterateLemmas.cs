namespace Prover.Core.Identities.Functions;

/// <summary>No function's square adds an odd number: on the residues modulo that number it would be an involution without a fixed point, and a set
/// with one of those has an even number of elements.</summary>
internal static class IterateLemmas
{
    /// <summary>Over the natural numbers; its arguments are the number, that it is odd, the function, and its equation.</summary>
    public const string ForNat = "identity_iterate_nat";

    /// <summary>The same over the integers; the number may be negative.</summary>
    public const string ForInt = "identity_iterate_int";

    /// <summary>The lemmas for one kind of numbers.</summary>
    public static string Text(bool isInt) => EvenLength + "\n\n" + (isInt ? Integers : Naturals);

    private const string EvenLength = """
        theorem identity_even_length (s : Nat → Nat) : ∀ n (l : List Nat), l.length = n → l.Nodup → (∀ a ∈ l, s a ∈ l) →
            (∀ a ∈ l, s (s a) = a) → (∀ a ∈ l, s a ≠ a) → l.length % 2 = 0 := by
          intro n
          induction n using Nat.strongRecOn with
          | _ n ih =>
            intro l hn hd hm hs hf
            match l, hn, hd, hm, hs, hf with
            | [], _, _, _, _, _ => rfl
            | a :: t, hn, hd, hm, hs, hf =>
              have hd' := List.nodup_cons.1 hd
              have ha := hm a List.mem_cons_self
              have fa := hf a List.mem_cons_self
              have ss := hs a List.mem_cons_self
              have hat : s a ∈ t := by
                rcases List.mem_cons.1 ha with h | h
                · exact absurd h fa
                · exact h
              have hl := List.length_erase_of_mem hat
              have hp := List.length_pos_of_mem hat
              have hc : (a :: t).length = t.length + 1 := rfl
              have inner : ∀ b ∈ t.erase (s a), b ∈ t ∧ b ≠ s a := fun b hb =>
                have := (hd'.2.mem_erase_iff).1 hb
                ⟨this.2, this.1⟩
              have step := ih (t.erase (s a)).length (by omega) (t.erase (s a)) rfl (hd'.2.erase _)
                (fun b hb => by
                  have ⟨hbt, hbs⟩ := inner b hb
                  have hb' := List.mem_cons_of_mem a hbt
                  refine (hd'.2.mem_erase_iff).2 ⟨?_, ?_⟩
                  · intro e
                    have := congrArg s e
                    rw [hs b hb', ss] at this
                    exact hd'.1 (this ▸ hbt)
                  · rcases List.mem_cons.1 (hm b hb') with h | h
                    · exact absurd (by rw [← hs b hb', h]) hbs
                    · exact h)
                (fun b hb => hs b (List.mem_cons_of_mem a (inner b hb).1))
                (fun b hb => hf b (List.mem_cons_of_mem a (inner b hb).1))
              omega
        """;

    private const string Naturals = """
        theorem identity_iterate_nat (k : Nat) (hk : k % 2 = 1) (f : Nat → Nat) (h : ∀ n, f (f n) = n + k) : False := by
          have shift : ∀ n, f (n + k) = f n + k := fun n => by rw [← h n, h (f n)]
          have shifts : ∀ q n, f (n + k * q) = f n + k * q := by
            intro q
            induction q with
            | zero => intro n; rfl
            | succ q ih => intro n; rw [Nat.mul_succ, ← Nat.add_assoc, shift, ih, Nat.add_assoc]
          have hpos : 0 < k := by omega
          have orbit : ∀ r, f (f r % k) + k * (f r / k) = r + k := fun r => by
            rw [← shifts, Nat.mod_add_div, h]
          have even := identity_even_length (fun r => f r % k) k (List.range k) List.length_range List.nodup_range
            (fun a _ => List.mem_range.2 (Nat.mod_lt _ hpos))
            (fun a ha => by
              have hr := List.mem_range.1 ha
              have e := congrArg (· % k) (orbit a)
              simp only [Nat.add_mul_mod_self_left, Nat.add_mod_right, Nat.mod_eq_of_lt hr] at e
              exact e)
            (fun a ha e => by
              have e' : f a % k = a := e
              have o := orbit a
              have d := Nat.mod_add_div (f a) k
              rw [e'] at o d
              generalize f a / k = q at o d
              have m : k * (2 * q) = k * 1 := by rw [Nat.mul_left_comm, Nat.two_mul]; omega
              have := Nat.eq_of_mul_eq_mul_left hpos m
              omega)
          rw [List.length_range] at even
          omega
        """;

    private const string Integers = """
        theorem identity_iterate_positive (k : Int) (hk : k % 2 = 1) (hpos : 0 < k) (f : Int → Int) (h : ∀ n, f (f n) = n + k) : False := by
          have shift : ∀ n, f (n + k) = f n + k := fun n => by rw [← h n, h (f n)]
          have up : ∀ (q : Nat) n, f (n + k * q) = f n + k * q := by
            intro q
            induction q with
            | zero => intro n; simp
            | succ q ih => intro n; rw [Int.natCast_succ, Int.mul_add, Int.mul_one, ← Int.add_assoc, shift, ih, Int.add_assoc]
          have shifts : ∀ q n, f (n + k * q) = f n + k * q := by
            intro q n
            rcases Int.eq_nat_or_neg q with ⟨p, e | e⟩
            · rw [e]; exact up p n
            · have := up p (n + k * q)
              rw [e, Int.mul_neg] at this ⊢
              rw [show n + -(k * (p : Int)) + k * p = n by omega] at this
              omega
          have orbit : ∀ r, f (f r % k) + k * (f r / k) = r + k := fun r => by
            rw [← shifts, Int.emod_add_mul_ediv, h]
          have nonneg : ∀ r, 0 ≤ f r % k := fun r => Int.emod_nonneg _ (by omega)
          have below : ∀ r, f r % k < k := fun r => Int.emod_lt_of_pos _ hpos
          have even := identity_even_length (fun r => (f r % k).toNat) k.toNat (List.range k.toNat) List.length_range List.nodup_range
            (fun a _ => List.mem_range.2 (by have := nonneg a; have := below a; show (f a % k).toNat < k.toNat; omega))
            (fun a ha => by
              have hr := List.mem_range.1 ha
              have e := congrArg (· % k) (orbit a)
              simp only [Int.add_mul_emod_self_left, Int.add_emod_right] at e
              rw [Int.emod_eq_of_lt (a := (a : Int)) (by omega) (by omega)] at e
              show (f ((f a % k).toNat : Int) % k).toNat = a
              rw [Int.toNat_of_nonneg (nonneg a), e]
              omega)
            (fun a ha e => by
              have e' : f a % k = a := by have := nonneg a; have : (f a % k).toNat = a := e; omega
              have o := orbit a
              have d := Int.emod_add_mul_ediv (f a) k
              rw [e'] at o d
              generalize f a / k = q at o d
              have m : k * (2 * q) = k * 1 := by rw [Int.mul_left_comm, Int.two_mul]; omega
              have := Int.eq_of_mul_eq_mul_left (by omega) m
              omega)
          rw [List.length_range] at even
          omega

        theorem identity_iterate_int (k : Int) (hk : k % 2 = 1) (f : Int → Int) (h : ∀ n, f (f n) = n + k) : False := by
          rcases Int.lt_or_le 0 k with p | p
          · exact identity_iterate_positive k hk p f h
          · exact identity_iterate_positive (-k) (by omega) (by omega) (fun n => -f (-n)) (fun n => by
              show -f (- -f (-n)) = n + -k
              rw [Int.neg_neg, h]
              omega)
        """;
}
