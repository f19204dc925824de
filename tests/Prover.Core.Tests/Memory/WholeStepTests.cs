using Prover.Core.Memory;
using Prover.Core.Sampling;

namespace Prover.Core.Tests.Memory;

public sealed class WholeStepTests
{
    [Theory]
    [InlineData("by omega", "omega")]
    [InlineData("by\n    intro n\n    omega\n", "intro n\nomega")]
    [InlineData("by intro n\n   cases n with\n   | zero => rfl\n   | succ k =>\n     simp", "intro n\ncases n with\n| zero => rfl\n| succ k =>\n  simp")]
    [InlineData("Nat.add_comm 1 n", "exact Nat.add_comm 1 n")]
    [InlineData("byproduct n", "exact byproduct n")]
    public void A_script_is_one_step_without_its_indentation(string proof, string tactic) =>
        Assert.Equal([new ProofStep("⊢ p", tactic)], WholeStep.Of("⊢ p", new ProofCandidate(proof, "test")));

    [Fact]
    public void Without_a_goal_or_with_lemmas_of_its_own_there_is_no_step()
    {
        Assert.Empty(WholeStep.Of(null, new ProofCandidate("by omega", "test")));
        Assert.Empty(WholeStep.Of("⊢ p", null));
        Assert.Empty(WholeStep.Of("⊢ p", new ProofCandidate("by omega", "test") { Helpers = "theorem h : 1 = 1 := rfl" }));
        Assert.Empty(WholeStep.Of("⊢ p", new ProofCandidate("by omega", "test") { Refutes = true }));
    }
}
