using Prover.Core.Memory;
using Prover.Rounds.Rounds;
using Prover.Rounds.Tests.RealLean;

namespace Prover.Rounds.Tests.Rounds;

/// <summary>With real Lean.</summary>
public sealed class WholeStepShortenerTests(LeanFixture lean)
{
    private const string Statement = "theorem t (x y : Int) (h : x = y) : x * x + 2 * x * y + y * y = 4 * y ^ 2";
    private const string Goal = "x y : Int\nh : x = y\n⊢ x * x + 2 * x * y + y * y = 4 * y ^ 2";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_a_script_what_was_needed_is_left_and_finer_steps_stay_as_they_are()
    {
        PoolProof Proof(params ProofStep[] steps) => new("id", "t", 1, "portfolio@0", Statement, Statement + " := by grind") { Steps = steps };
        var whole = Proof(new ProofStep(Goal, "first | rfl | omega | (simp_all; done) | grind"));
        var finer = Proof(new ProofStep(Goal, "subst h") { GoalsLeft = 1 }, new ProofStep(Goal, "first | rfl | grind"));

        var shortened = await new WholeStepShortener(lean.Checker, TimeSpan.FromMinutes(1)).ShortenAsync([whole, finer], Stop);

        Assert.Equal("grind", Assert.Single(shortened[0].Steps).Tactic);
        Assert.Equal(whole.Proof, shortened[0].Proof);
        Assert.Equal(finer, shortened[1]);
    }
}
