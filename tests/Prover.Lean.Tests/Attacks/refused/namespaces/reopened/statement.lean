def P : Prop := 1 = 2
theorem Q.t : P
