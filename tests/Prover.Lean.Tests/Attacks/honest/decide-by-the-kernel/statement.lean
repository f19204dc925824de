theorem t : (List.range 50).foldl (· + ·) 0 = 1225
