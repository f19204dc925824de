theorem t : True -- theorem fake : False
