def s := r#"open " -- /- theorem x "#
theorem t : (1:Nat) = 1 := rfl
