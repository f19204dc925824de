theorem t (a b : Int) : a - b + b = a := by omega
