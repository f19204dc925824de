theorem t (b : Bool) : b
