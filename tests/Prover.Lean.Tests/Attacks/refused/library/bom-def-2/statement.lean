def Pq : Prop := 1 = 2
theorem t : Pq
