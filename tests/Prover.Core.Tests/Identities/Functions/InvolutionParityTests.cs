using System.Globalization;
using CsCheck;

namespace Prover.Core.Tests.Identities.Functions;

public class InvolutionParityTests
{
    [Theory]
    [InlineData("f : Nat → Nat\n⊢ ∃ n, f (f n) ≠ n + 1987", "identity_iterate_nat (1987)")]
    [InlineData("f : ℕ → ℕ\nh : ∀ (n : ℕ), f (f n) = n + 1987\n⊢ False", "identity_iterate_nat (1987)")]
    [InlineData("f : Nat → Nat\nh : ∀ (n : Nat), f (f n) = 3 + n\n⊢ f 0 = 7", "identity_iterate_nat (3)")]
    [InlineData("⊢ ¬∃ f, ∀ (n : Nat), f (f n) = n + 1", "intro ⟨f, hs⟩")]
    [InlineData("⊢ ∀ (f : Nat → Nat), ¬∀ (n : Nat), f (f n) = n + 1", "intro hs")]
    [InlineData("f : Int → Int\n⊢ ∃ n, ¬f (f n) = n - 5", "identity_iterate_int (-5)")]
    [InlineData("k : Nat\nhk : k % 2 = 1\nf : Nat → Nat\nh : ∀ (n : Nat), f (f n) = k + n\n⊢ False", "identity_iterate_nat (k)")]
    [InlineData("m : Nat\nf : Nat → Nat\nh : ∀ (n : Nat), f (f n) = n + (2 * m + 1)\n⊢ False", "identity_iterate_nat (2 * m + 1)")]
    public void No_function_s_square_adds_an_odd_number(string goal, string proof)
    {
        var certificate = Assert.Single(Engine.Certify("functional", goal));

        Assert.Contains(proof, certificate.Candidate.Proof, StringComparison.Ordinal);
        Assert.Contains("theorem identity_even_length", certificate.Candidate.Helpers, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("f : Nat → Nat\n⊢ ∃ n, f (f n) ≠ n + 1986")]
    [InlineData("f : Nat → Nat\n⊢ ∃ n, f (f n) ≠ n - 5")]
    [InlineData("f : Nat → Nat\n⊢ ∃ n, f (f n) ≠ 2 * n + 5")]
    [InlineData("f g : Nat → Nat\n⊢ ∃ n, f (g n) ≠ n + 5")]
    [InlineData("f : Nat → Nat\n⊢ ∃ n, f (f (f n)) ≠ n + 5")]
    [InlineData("f : Nat → Nat\n⊢ ∃ n, f (f n) = n + 5")]
    [InlineData("f : Nat → Rat\n⊢ ∃ n, f (f n) ≠ n + 5")]
    [InlineData("f : Nat → Nat\nh : ∀ (n : Nat), f (f n) = n + 5 ∨ n = 0\n⊢ False")]
    [InlineData("k : Nat\nf : Nat → Nat\nh : ∀ (n : Nat), f (f n) = k + n\n⊢ False")]
    [InlineData("⊢ ∃ f, ∀ (n : Nat), f (f n) = n + 5")]
    public void Other_shapes_are_given_up(string goal) => Assert.Empty(Engine.Certify("functional", goal));

    [Fact]
    public void Odd_numbers_alone_have_a_certificate() =>
        Gen.Int[1, 100_000].Sample(k => Assert.Equal(
            k % 2, Engine.Certify("functional", string.Create(CultureInfo.InvariantCulture, $"f : Nat → Nat\n⊢ ∃ n, f (f n) ≠ n + {k}")).Count));
}
