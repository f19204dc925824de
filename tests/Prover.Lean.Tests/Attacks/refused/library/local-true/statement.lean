theorem A.t : False
