namespace Foo
theorem _root_.t : (1:Nat) = 1 := rfl
end Foo
