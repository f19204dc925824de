namespace N
def _root_.P : Prop := True
theorem t : P := trivial
