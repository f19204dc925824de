theorem t : "sorry".length = 5
