private def P : Prop := True
theorem t : P := trivial
