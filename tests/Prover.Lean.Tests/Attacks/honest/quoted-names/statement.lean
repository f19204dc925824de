theorem «the sum of ν and μ» («first one» zwei : Nat) : «first one» + zwei = zwei + «first one»
