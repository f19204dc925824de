namespace Foo
theorem t : (1:Nat) = 1 := rfl
end Foo
