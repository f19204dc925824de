/-- No sorry, no native_decide, no axiom, no unsafe in here. -/
def sorry' := "sorry axiom unsafe #exit debug.skipKernelTC"
theorem t : "sorry".length = 5 := by decide
