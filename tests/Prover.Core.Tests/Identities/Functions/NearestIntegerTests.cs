using CsCheck;
using Prover.Core.Identities.Functions;

namespace Prover.Core.Tests.Identities.Functions;

public class NearestIntegerTests
{
    [Theory]
    [InlineData("⊢ ∃ f, f 1 = 2 ∧ ∀ (n : ℕ), f (f n) = f n + n ∧ ∀ (n : ℕ), f n < f (n + 1)", "nearest_function 1")]
    [InlineData("⊢ ∃ f, (∀ (n : Nat), f (f n) = n + f n) ∧ (∀ (n : Nat), f n < f (n + 1)) ∧ f 1 = 2 ∧ f 4 = 6", "nearest_function 1")]
    [InlineData("⊢ ∃ f, f 3 = 10 ∧ ∀ (n : Nat), f (f n) = 3 * f n + n", "nearest_function 3")]
    public void The_function_is_found(string goal, string proof) =>
        Assert.Contains(proof, Assert.Single(Engine.Certify("functional", goal)).Candidate.Proof, StringComparison.Ordinal);

    [Theory]
    [InlineData("⊢ ∃ f, f 1 = 3 ∧ ∀ (n : Nat), f (f n) = f n + n")]
    [InlineData("⊢ ∃ f, f 1 = 2 ∧ ∀ (n : Nat), f (f n) = f n + 2 * n")]
    [InlineData("⊢ ∃ f, f 1 = 2 ∧ ∀ (n : Nat), f (f n) = f n + n ∧ f n = 2 * n")]
    [InlineData("⊢ ∃ f, f 1 = 2 ∧ ∀ (n : Nat), f (f n) = f n + n ∨ f n < f (n + 1)")]
    [InlineData("⊢ ∃ f, f 1 = 2 ∧ ∀ (n : Nat), f (n + 1) = f n + n")]
    public void Other_claims_are_given_up(string goal) => Assert.Empty(Engine.Certify("functional", goal));

    [Fact]
    public void Values_satisfy_what_is_proved_of_them() =>
        Gen.Select(Gen.Int[1, 50], Gen.Int[0, 100]).Sample((a, n) =>
        {
            var m = (int)NearestIntegerSource.Value(a, n);
            return NearestIntegerSource.Value(a, m) == (a * m) + n && NearestIntegerSource.Value(a, n + 1) > m;
        });
}
