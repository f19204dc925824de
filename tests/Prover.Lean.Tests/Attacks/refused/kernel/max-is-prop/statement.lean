theorem t : False
