syntax "both " term : term
macro_rules | `(both $x) => `(And.intro $x $x)
theorem t : True ∧ True := both trivial
