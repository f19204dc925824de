namespace Exam
def P : Prop := 1 = 2
theorem t : P
