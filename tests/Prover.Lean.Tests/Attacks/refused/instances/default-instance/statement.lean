theorem t : 2 - 3 < 0
