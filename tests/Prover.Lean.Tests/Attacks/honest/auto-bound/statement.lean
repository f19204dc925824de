set_option autoImplicit true
theorem t (xs ys : List α) : (xs ++ ys).length = xs.length + ys.length
