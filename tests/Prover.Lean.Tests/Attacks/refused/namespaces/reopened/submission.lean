def P : Prop := 1 = 2
def Q.P : Prop := True
theorem Q.t : P := trivial
