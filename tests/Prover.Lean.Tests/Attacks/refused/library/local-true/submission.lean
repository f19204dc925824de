namespace A
def False : Prop := True
theorem t : A.False := trivial
end A
