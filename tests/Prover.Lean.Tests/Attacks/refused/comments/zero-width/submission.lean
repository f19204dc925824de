def P : Prop := 1 = 2
def «P​» : Prop := True
theorem t : «P​» := trivial
