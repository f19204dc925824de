theorem t (xs : List Nat) : (xs.map (fun x => x)).reverse.reverse = xs
