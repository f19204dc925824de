theorem t (c : Char) (h : c = '"') : c.toNat = 34
