theorem t : False := unsafe (unsafeCast ())
