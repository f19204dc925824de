theorem t : Eq 'a' 'b'
