unsafe inductive Self | mk (f : Self → False)
unsafe def Self.no : Self → False | .mk f => f (.mk f)
theorem t : False := Self.no (.mk Self.no)
