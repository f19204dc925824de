using CsCheck;
using Prover.Core.Elementary.Simplifying;
using Prover.Core.Elementary.Stories;
using Prover.Core.Elementary.Texts;

namespace Prover.Core.Tests.Elementary;

public sealed class TextsTests
{
    private const string Nested = """
        intro n
        induction n with
        | zero => simp
        | succ k ih =>
          have h : k ≤ k + 1 := by
            omega
          constructor
          · exact h
          · calc k
              _ ≤ k + 1 := by
                omega
              _ = 1 + k := Nat.add_comm k 1
        """;

    [Theory]
    [InlineData("open Nat\n\ntheorem a (n : Nat := 3) : n = n := by\n  rfl\n\ntheorem b : True :=\n  trivial\n", "a", "open Nat\n\ntheorem a (n : Nat := 3) : n = n", "by\n  rfl", 3)]
    [InlineData("open Nat\n\ntheorem a : 1 = 1 := by\n  rfl\n\ntheorem b : True :=\n  trivial\n#check b\n", null, "open Nat\n\ntheorem a : 1 = 1 := by\n  rfl\n\ntheorem b : True", "trivial", 7)]
    [InlineData("namespace N\ntheorem a : 1 = 1 := rfl\nend N\n", "N.a", "namespace N\ntheorem a : 1 = 1", "rfl", 2)]
    public void A_theorem_is_cut_at_its_sign(string text, string? name, string head, string proof, int line) =>
        Assert.Equal(new ProofText(head, proof, line), ProofText.Find(text, name));

    [Theory]
    [InlineData("theorem a : True := trivial", "b")]
    [InlineData("-- theorem a : True := trivial", null)]
    [InlineData("theorem a : True", null)]
    public void Where_there_is_no_such_proof_there_is_none(string text, string? name) => Assert.Null(ProofText.Find(text, name));

    [Theory]
    [InlineData("by omega", "omega", 0)]
    [InlineData("by\n    intro h\n    exact h", "intro h\nexact h", 1)]
    [InlineData("by\n\n  intro h", "intro h", 2)]
    public void The_script_of_a_proof_loses_only_its_margin(string proof, string script, int offset) =>
        Assert.Equal(new TacticScript(script, offset), TacticScript.Of(proof));

    [Theory]
    [InlineData("fun h => h")]
    [InlineData("bystander")]
    [InlineData("by intro h\n   exact h")]
    public void What_is_no_block_of_lines_has_no_script(string proof) => Assert.Null(TacticScript.Of(proof));

    [Fact]
    public void Steps_cover_the_lines_and_say_which_close_their_goal()
    {
        var steps = ScriptStep.Of(Nested);

        Assert.Equal(Enumerable.Range(0, Nested.Split('\n').Length), steps.SelectMany(s => Enumerable.Range(s.First, s.Last - s.First + 1)).Distinct().Order());
        Assert.Equal(("| zero =>", "simp", true), steps.Where(s => s.First == 2).Select(s => (s.Prefix, s.Text, s.Closes)).Single());
        Assert.Equal(("·", "exact h", true), steps.Where(s => s.First == 7).Select(s => (s.Prefix, s.Text, s.Closes)).Single());
        Assert.Equal([false, false], steps.Take(2).Select(s => s.Closes && !s.Opens && s.Text == "intro n"));
        Assert.Equal(5, steps.Single(s => s.Text == "omega" && s.First == 5).First);
    }

    [Fact]
    public void Steps_cover_whatever_lines_there_are()
    {
        string[] kinds = ["simp", "· omega", "| zero => rfl", "have h : a := by", "| succ n ih =>", "first", "exact ⟨a,", string.Empty];
        Gen.Int[0, (4 * kinds.Length) - 1].Array[1, 12].Sample(lines =>
        {
            var script = string.Join('\n', lines.Select(l => kinds[l / 4].Length == 0 ? string.Empty : new string(' ', 2 * (l % 4)) + kinds[l / 4]));
            var covered = ScriptStep.Of(script).SelectMany(s => Enumerable.Range(s.First, s.Last - s.First + 1)).ToHashSet();
            return script.Split('\n').Select((l, i) => l.Length == 0 || covered.Contains(i)).All(c => c);
        });
    }

    [Fact]
    public void A_step_without_a_name_gets_one_and_keeps_its_meaning() => Assert.Equal(
        "have h1 : a ≤ b := by\n  omega\nexact f h1",
        NamedSteps.NameFirst("have : a ≤ b := by\n  omega\nexact f this"));

    [Fact]
    public void Where_this_is_taken_over_by_the_next_step_the_name_ends() => Assert.Equal(
        "have h2 : a := h1\nhave : b := g h2\nexact this",
        NamedSteps.NameFirst("have : a := h1\nhave : b := g this\nexact this"));

    [Fact]
    public void Bullets_behind_constructor_become_named_steps_with_their_goals() => Assert.Equal(
        "have h1 : a ≤ b := by\n  intro\n  omega\nhave h2 : b ≤ c := by\n  omega\nexact ⟨h1, h2⟩",
        NamedSteps.NameBullets("constructor\n· intro\n  omega\n· omega", line => line == 1 ? "a : Nat\n⊢ a ≤ b" : "⊢ b ≤ c"));

    [Fact]
    public void Without_goals_bullets_stay() => Assert.Null(NamedSteps.NameBullets("constructor\n· intro\n  omega\n· omega", _ => null));

    [Fact]
    public void Every_lighter_variant_weighs_less_and_differs_in_one_place()
    {
        const string Script = "have h : a := by grind [foo]\nomega";
        var variants = LighterTactics.Of(Script).ToList();

        Assert.Contains("have h : a := by rfl\nomega", variants);
        Assert.Contains("have h : a := by grind [foo]\nrfl", variants);
        Assert.All(variants, v => Assert.True(TacticCost.Weight(v) < TacticCost.Weight(Script), v));
    }

    [Theory]
    [InlineData("Try this:\n  [apply] exact Nat.le_succ n", "exact Nat.le_succ n")]
    [InlineData("Try this: simp only [Nat.add_comm,\n    Nat.zero_add]", "simp only [Nat.add_comm, Nat.zero_add]")]
    [InlineData("Try this: exact foo ?_", null)]
    [InlineData("Try this: exact sorry", null)]
    [InlineData("unused variable", null)]
    public void What_Lean_proposes_is_read(string message, string? tactic) => Assert.Equal(tactic, LeanSuggestions.Suggestion(message));

    [Theory]
    [InlineData("exact Nat.grind_bound h -- omega", 1)]
    [InlineData("decide +kernel", 5)]
    [InlineData("simp only [foo]", 2)]
    [InlineData("first | omega | grind", 17)]
    public void Weights_are_those_of_tactics_not_of_names_and_comments(string script, int weight) => Assert.Equal(weight, TacticCost.Weight(script));
}
