theorem t : (1:Nat) = 1 /-‮ 2 = )taN:1( : t meroeht ⁦-/ := rfl
