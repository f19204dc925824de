theorem t : True
