/-
a b : ℤ
h : a * b = 12
⊢ a ≤ 12
-/
by
  first
  | (
      have hd : a ∣ 12 := ⟨b, by grind⟩
      have hd : a.natAbs ∣ 12 := Int.natAbs_dvd_natAbs.mpr hd
      have hkey : ∀ q : Nat, q < 13 → q ∣ 12 → q ∈ [1, 2, 3, 4, 6, 12] := by set_option synthInstance.maxHeartbeats 200000 in set_option synthInstance.maxSize 5000 in decide +kernel
      have hm := hkey a.natAbs (Nat.lt_succ_of_le (Nat.le_of_dvd (by decide) hd)) hd
      clear hkey hd
      simp only [List.mem_cons, List.not_mem_nil, or_false] at hm
      rcases hm with hv | hv | hv | hv | hv | hv
      · rcases (show a = 1 ∨ a = -1 by omega) with hw | hw <;> clear hv <;> subst hw <;> first | omega | (simp_all; done)
      · rcases (show a = 2 ∨ a = -2 by omega) with hw | hw <;> clear hv <;> subst hw <;> first | omega | (simp_all; done)
      · rcases (show a = 3 ∨ a = -3 by omega) with hw | hw <;> clear hv <;> subst hw <;> first | omega | (simp_all; done)
      · rcases (show a = 4 ∨ a = -4 by omega) with hw | hw <;> clear hv <;> subst hw <;> first | omega | (simp_all; done)
      · rcases (show a = 6 ∨ a = -6 by omega) with hw | hw <;> clear hv <;> subst hw <;> first | omega | (simp_all; done)
      · rcases (show a = 12 ∨ a = -12 by omega) with hw | hw <;> clear hv <;> subst hw <;> first | omega | (simp_all; done)
    )
  | fail
