import Lean
open Lean Elab Tactic
syntax (name := mineSyntax) "mine" : tactic
@[tactic mineSyntax] def mine : Tactic := fun _ => fun a b c d e f g h w => evalTactic (Syntax.node .none `Lean.Parser.Tactic.assumption #[.atom .none "assumption"]) a b c d e f g h w
theorem t (p : Prop) (h : p) : p := by mine
