prelude
inductive Quot | mk
axiom Quot.sound : Quot
