unsafe def make : False := unsafeCast ()
@[implemented_by make] opaque made : False
theorem t : False := made
