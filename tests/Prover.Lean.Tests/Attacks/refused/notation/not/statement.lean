theorem t : ¬ True
