using Prover.Lean.Native;

namespace Prover.Lean.Tests.Native;

public class LastTheoremTests
{
    [Theory]
    [InlineData("theorem a : True := trivial\ntheorem b.c : True := trivial", "b.c")]
    [InlineData("lemma a : True := trivial\ndef b := 1", "a")]
    [InlineData("namespace A.B\ntheorem t : True := trivial\nend A.B", "A.B.t")]
    [InlineData("namespace A\nend A\ntheorem t : True := trivial", "t")]
    [InlineData("namespace A.B\nend B\ntheorem t : True := trivial", "A.t")]
    [InlineData("namespace A\nsection\ntheorem t : True := trivial\nend\nend A", "A.t")]
    [InlineData("namespace A\nnoncomputable section S\nend S\ntheorem t : True := trivial", "A.t")]
    [InlineData("namespace A\nmutual\ntheorem t : True := trivial\nend\ntheorem u : True := trivial", "A.u")]
    [InlineData("namespace A\ntheorem _root_.t : True := trivial", "t")]
    [InlineData("theorem t.{u} (α : Type u) : True := trivial", "t")]
    [InlineData("@[simp] private theorem «a b».h₂' : True := trivial", "«a b».h₂'")]
    [InlineData("open Nat in theorem t : True := trivial", "t")]
    [InlineData("theorem t : True := trivial\n-- theorem u : True\n/- theorem v /- nested -/ : True -/\ndef s := \"theorem w : True\"", "t")]
    [InlineData("theorem t : x.end = 1 := by\n  simp\nend\ntheorem u : True := trivial", "u")]
    public void It_is_found_with_its_namespace(string text, string name) => Assert.Equal(name, LastTheorem.Find(text));

    [Theory]
    [InlineData("")]
    [InlineData("def a := 1\nexample : True := trivial")]
    [InlineData("/-- theorem a : True -/ def b := 1")]
    public void There_may_be_none(string text) => Assert.Null(LastTheorem.Find(text));
}
