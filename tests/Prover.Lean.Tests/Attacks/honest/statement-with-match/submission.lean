theorem before (n : Nat) : match n with | 0 => True | _ => True := by cases n <;> trivial
def sign (n : Int) : Int := match n with | .ofNat 0 => 0 | .ofNat _ => 1 | .negSucc _ => -1
theorem t (n : Int) : sign n = 0 → n = 0 := by
  intro h
  match n, h with
  | .ofNat 0, _ => rfl
  | .ofNat (n + 1), h => exact absurd h (by show ¬ ((1 : Int) = 0); decide)
  | .negSucc _, h => exact absurd h (by show ¬ ((-1 : Int) = 0); decide)
