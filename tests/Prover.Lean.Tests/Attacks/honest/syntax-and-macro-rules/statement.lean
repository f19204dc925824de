theorem t : True ∧ True
