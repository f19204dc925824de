import Std.Tactic.BVDecide
theorem t (x y : BitVec 8) : x ^^^ y = (x ||| y) - (x &&& y) := by bv_decide
