/-
x y : ℤ
h₀ : x < y
⊢ x ^ 2 < y ^ 2
-/
by
  first
  | (
      intro h
      revert h
      refine fun h => absurd (fun q0 (_ : q0 < 24) q1 (_ : q1 < 24) => @h ((q0 : Int) - 12) ((q1 : Int) - 12) : ∀ q0 : Nat, q0 < 24 → ∀ q1 : Nat, q1 < 24 → _) ?_
      set_option synthInstance.maxHeartbeats 200000 in set_option synthInstance.maxSize 5000 in decide +kernel
    )
  | fail
