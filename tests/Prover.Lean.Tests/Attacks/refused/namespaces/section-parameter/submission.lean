section
variable (Goldbach : Prop) (proof : Goldbach)
include proof
theorem t : Goldbach := proof
end
