using Prover.Lean.Native;

namespace Prover.Lean.Tests.Native;

/// <summary>The samples are words of real Lean (4.28).</summary>
public class PrintedFactsTests
{
    [Theory]
    [InlineData("theorem t.{w, u} : ∀ {α : Type w}, True :=\nfun α => ⋯", "t", "theorem", "w,u")]
    [InlineData("private theorem priv : ∀ (p : Prop), p ∨ ¬p :=\nfun p => Classical.em p", "priv", "theorem", "")]
    [InlineData("@[reducible] noncomputable def nc : Nat :=\nClassical.choice nc._proof_1", "nc", "definition", "")]
    [InlineData("axiom ax : False", "ax", "axiom", "")]
    [InlineData("class C (α : Type) : Type\nnumber of parameters: 1", "C", "class", "")]
    [InlineData("theorem «a b» : True :=\ntrivial", "«a b»", "theorem", "")]
    public void Print_tells_kind_and_universes(string printed, string name, string kind, string levels)
    {
        var header = PrintedFacts.Header(printed, name);

        Assert.Equal((kind, levels), (header!.Value.Kind, string.Join(',', header.Value.LevelParameters)));
    }

    [Theory]
    [InlineData("theorem other : True :=\ntrivial")]
    [InlineData("it is a theorem t : True")]
    [InlineData("")]
    public void What_is_not_about_the_name_tells_nothing(string printed)
    {
        Assert.Null(PrintedFacts.Header(printed, "t"));
        Assert.Null(PrintedFacts.Type(printed, "t"));
        Assert.Null(PrintedFacts.Axioms(printed, "t"));
    }

    [Theory]
    [InlineData("@t.{u_1} : ∀ {α : Type u_1}, @Eq.{1} Nat n n", "∀ {α : Type u_1}, @Eq.{1} Nat n n")]
    [InlineData("t : @Eq.{1} Nat\n  a b", "@Eq.{1} Nat\n  a b")]
    [InlineData("t : a = ⋯", null)]
    public void Check_tells_the_type_when_it_is_all_there(string printed, string? type) => Assert.Equal(type, PrintedFacts.Type(printed, "t"));

    [Theory]
    [InlineData("'t' depends on axioms: [propext,\n Classical.choice, Quot.sound]", "Classical.choice,Quot.sound,propext")]
    [InlineData("'_private.Main.0.t' depends on axioms: [sorryAx]", "sorryAx")]
    [InlineData("'t' does not depend on any axioms", "")]
    public void Axioms_come_sorted(string printed, string axioms) => Assert.Equal(axioms, string.Join(',', PrintedFacts.Axioms(printed, "t")!));

    [Fact]
    public void Names_in_a_term_come_whole_and_without_the_prefix_of_private_ones() =>
        Assert.Equal(
            ["Eq", "Nat", "_root", "loc", "instHAdd", "h₂", "x"],
            LeanNames.In("@Eq.{1} Nat (_root _private.Main.Sub.0.loc 1) (@instHAdd.{0} h₂ inst✝ x.1)"));
}
