set_option autoImplicit true
set_option relaxedAutoImplicit true
theorem t (h : Q = True) : Q := h ▸ trivial
