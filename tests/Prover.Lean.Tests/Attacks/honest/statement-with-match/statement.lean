def sign (n : Int) : Int := match n with | .ofNat 0 => 0 | .ofNat _ => 1 | .negSucc _ => -1
theorem t (n : Int) : sign n = 0 → n = 0
