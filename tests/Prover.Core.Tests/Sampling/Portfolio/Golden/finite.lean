/-
i : Fin 5
⊢ i.val < 7
-/
by
  revert i; set_option synthInstance.maxHeartbeats 200000 in set_option synthInstance.maxSize 5000 in decide +kernel
