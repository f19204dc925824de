using Prover.Core.Statements;
using Prover.Core.Verification;
using BenchProfiles = Prover.Bench.Profiles.Profiles;

namespace Prover.Bench.Tests.RealLean;

/// <summary>What the header of the profile <c>core</c> makes of statements, with real Lean.</summary>
public class CoreProfileSpecs(LeanFixture lean)
{
    [Theory]
    [InlineData("(n : ℕ) : (n : ℤ) = @Nat.cast Int instNatCastInt n", "by with_reducible rfl")] // Lean's own cast.
    [InlineData("(n : ℕ) : (n : ℚ) = @Nat.cast Rat Rat.instNatCast n", "by with_reducible rfl")]
    [InlineData("(n : ℤ) : abs n = n.natAbs", "by split <;> omega")]
    [InlineData("(x : ℝ) : 0 ≤ abs x", "by grind")]
    [InlineData("(x y : ℝ) (h : x ^ 2 + y ^ 2 = 0) : x = 0", "by\n  have := Lean.Grind.OrderedRing.sq_nonneg (R := ℝ) (a := x)\n  have := Lean.Grind.OrderedRing.sq_nonneg (R := ℝ) (a := y)\n  have : x ^ 2 = 0 := by grind\n  grind")]
    [InlineData("(z w : ℂ) (h₀ : 2 * z = 2 * w) : z = w", "by grind")]
    public async Task What_holds_is_proved(string statement, string proof) => Assert.Equal(VerdictKind.Proved, (await VerifyAsync(statement, proof)).Kind);

    [Theory]
    [InlineData("(z w : ℂ) (h₀ : z ≤ w) : z = w", "by sorry")] // No order on ℂ.
    [InlineData("(x : ℝ) : Real.sqrt x = x", "by sorry")]
    [InlineData("(x : ℝ) (z : ℂ) : z = x", "by sorry")]
    public async Task What_the_fields_do_not_have_is_not_stated(string statement, string proof) => await Assert.ThrowsAsync<InvalidStatementException>(() => VerifyAsync(statement, proof));

    [Fact]
    public async Task The_line_that_the_error_gives_makes_the_statement_one()
    {
        const string Statement = "theorem t (x : ℝ) (h : 2 * x = 6) : x = 3";
        Task<Verdict> Verify(string statement) => lean.Verifier.VerifyAsync(
            new VerifyRequest { Text = $"{statement} := by grind\n", Statement = statement, UseStore = false }, TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<InvalidStatementException>(() => Verify($"set_option autoImplicit false\n{Statement}"));
        var line = error.Message[error.Message.LastIndexOf("variable", StringComparison.Ordinal)..];

        Assert.Equal(VerdictKind.Proved, (await Verify($"{line}\n{Statement}")).Kind);
    }

    [Fact]
    public async Task A_proof_about_one_field_proves_nothing_of_all()
    {
        var statement = TheoremStatement.Parse($"{BenchProfiles.Core.Header}theorem t (x : ℝ) : x = 0");
        var text = $"{BenchProfiles.Core.Header}instance : Subsingleton Unit := inferInstance\nnotation \"ℝ\" => Unit\ntheorem t (x : ℝ) : x = () := Subsingleton.elim _ _\n";
        var verdict = await lean.Verifier.VerifyAsync(new VerifyRequest { Text = text, Statement = statement.Head, UseStore = false }, TestContext.Current.CancellationToken);
        Assert.Equal(VerdictKind.Rejected, verdict.Kind);
    }

    private Task<Verdict> VerifyAsync(string statement, string proof)
    {
        var head = $"{BenchProfiles.Core.Header}theorem t {statement}";
        return lean.Verifier.VerifyAsync(
            new VerifyRequest { Text = TheoremStatement.Parse(head).WithProof(proof), Statement = head, UseStore = false }, TestContext.Current.CancellationToken);
    }
}
