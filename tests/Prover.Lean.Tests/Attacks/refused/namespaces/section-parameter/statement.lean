def Goldbach : Prop := 1 = 2
theorem t : Goldbach
