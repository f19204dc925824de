using Prover.Rounds.Makers;
using Prover.Rounds.Makers.Sets;
using Prover.Rounds.Makers.Variants;
using Prover.Rounds.Problems.Syntax;
using Prover.Rounds.Tests.Makers.Evaluation;

namespace Prover.Rounds.Tests.Makers;

public sealed class VariantTests
{
    [Fact]
    public void A_problem_has_special_cases_weaker_claims_and_more_given()
    {
        var variants = ProblemVariants.Of("p", "theorem p (n m : Nat) (h : n < m) : 6 ∣ n^3 ∧ n % 4 = 3 := by sorry");
        Assert.All(variants, v => Assert.Equal("p", v.Parent));
        Assert.Equal(variants.Count, variants.Select(v => v.Name).Distinct().Count());
        var statements = variants.Select(v => (v.Kind, Body: v.Statement.Replace($"theorem {v.Name}", "theorem t", StringComparison.Ordinal))).ToList();
        Assert.Contains((VariantKind.WeakerClaim, "theorem t (n : Nat) (m : Nat) (h : n < m) : 6 ∣ n ^ 3"), statements);
        Assert.Contains((VariantKind.WeakerClaim, "theorem t (n : Nat) (m : Nat) (h : n < m) : 3 ∣ n ^ 3"), statements);
        Assert.Contains((VariantKind.WeakerClaim, "theorem t (n : Nat) (m : Nat) (h : n < m) : n % 2 = 1"), statements);
        Assert.Contains((VariantKind.SpecialCase, "theorem t (m : Nat) (h : (2 : Nat) < m) : 6 ∣ (2 : Nat) ^ 3 ∧ (2 : Nat) % 4 = 3"), statements);
        Assert.Contains((VariantKind.AddedHypothesis, "theorem t (n : Nat) (m : Nat) (h : n < m) (hcase : n % 2 = 0) : 6 ∣ n ^ 3 ∧ n % 4 = 3"), statements);
    }

    [Theory]
    [InlineData("theorem p (x : Int) : x = 3", "x ≤ 3", "3 ≤ x")]
    [InlineData("theorem p (x : Int) : ∀ y : Int, y < x → x < 3", "∀ y : Int, y < x → x ≤ 3")]
    [InlineData("theorem p (p q : Prop) : p ∧ q ↔ p", "p ∧ q → p", "p → p ∧ q")]
    [InlineData("theorem p (x : Int) : x = 3 ∨ x = 4")]
    public void Weaker_claims_are_those_that_follow_at_once(string statement, params string[] claims) =>
        Assert.Equal(claims, ProblemVariants.Of("p", statement).Where(v => v.Kind == VariantKind.WeakerClaim).Select(v => v.Detail));

    [Fact]
    public void Variants_of_true_problems_are_true()
    {
        var (random, seen) = (new Random(3), 0);
        foreach (var problem in ProblemSetMaker.Make(new ProblemSetRequest { Count = 120, Seed = 2, From = 2, To = 7, Makers = ProblemMakers.Of(["residues", "inequalities", "systems", "recurrences"]) }))
        {
            foreach (var variant in ProblemVariants.Of(problem.Name, problem.Statement).Take(6))
            {
                var read = Statement.Read(variant.Statement);
                Assert.True(read is not null, $"Not read: {variant.Statement}");
                var truths = Trial.Of(read, random, tries: 200);
                Assert.False(truths.Contains(false), $"False: {variant.Statement}");
                seen += truths.Contains(true) ? 1 : 0;
            }
        }

        Assert.True(seen > 200, $"Only {seen} were seen to hold.");
    }

    [Fact]
    public void What_cannot_be_read_has_no_variants() => Assert.Empty(ProblemVariants.Of("p", "theorem p (s : Finset ℕ) : ∑ i in s, i = 0"));

    [Fact]
    public void A_stuck_goal_becomes_a_lemma_with_its_context()
    {
        const string goal = "case succ\nf : Nat → Nat\nh : ∀ (x : Nat),\n    f x = x\nn✝ n : Nat\na✝ : n✝ < n\nk : Nat := n + 1\n⊢ f (n + 1) =\n    n + 1";
        var lemma = StuckGoal.Lemma("p", 2, goal)!;
        Assert.Equal(("p_lemma2", "p", VariantKind.Lemma), (lemma.Name, lemma.Parent, lemma.Kind));
        Assert.Equal(
            "theorem p_lemma2 (f : Nat → Nat) (h : ∀ (x : Nat), f x = x) (n_1 n : Nat) (a_1 : n_1 < n) (k : Nat) (hk : k = n + 1) : f (n + 1) = n + 1",
            lemma.Statement);
    }

    [Theory]
    [InlineData("x : Nat\n⊢ ?a = x")]
    [InlineData("no goals")]
    [InlineData("x : Nat\n⊢ x = x\n\ny : Nat\n⊢ y = y")]
    public void What_is_no_goal_of_its_own_becomes_none(string goal) => Assert.Null(StuckGoal.Lemma("p", 1, goal));
}
