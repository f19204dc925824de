using Prover.Core.Identities;
using Prover.Core.Sampling;
using Prover.Core.Tests.Sampling.Portfolio;

namespace Prover.Core.Tests.Identities;

public class IdentityEngineTests
{
    public static TheoryData<string?> AnyGoal => [.. Goals.All];

    [Theory]
    [InlineData("congruence", "x y z : Int\n⊢ x ^ 3 + y ^ 3 + z ^ 3 ≠ 9 * x * y + 4")]
    [InlineData("powers", "n : Nat\n⊢ 133 ∣ 11 ^ (n + 2) + 12 ^ (2 * n + 1)")]
    [InlineData("divisibility", "x : Int\nn : Nat\n⊢ x ^ 2 + x + 1 ∣ x ^ (n + 2) + (x + 1) ^ (2 * n + 1)")]
    [InlineData("divisibility", "n : Nat\n⊢ (n ^ 3 + 2 * n).gcd (n ^ 4 + 3 * n ^ 2 + 1) = 1")]
    [InlineData("sum", "S : Nat → Nat\ns0 : S 0 = 0\ns1 : ∀ (n : Nat), S (n + 1) = S n + (2 * n + 1)\nn : Nat\n⊢ S n = n ^ 2")]
    [InlineData("recurrence", "F : Nat → Int\nf0 : F 0 = 0\nf1 : F 1 = 1\nf2 : ∀ (n : Nat), F (n + 2) = F (n + 1) + F n\nn : Nat\n⊢ F (n + 1) ^ 2 - F n * F (n + 2) = (-1) ^ n")]
    [InlineData("inequality", "a b c : Int\n⊢ a * b * c * (a + b + c) ≤ a ^ 4 + b ^ 4 + c ^ 4")]
    [InlineData("polynomial", "a b c : Int\nh : a + b + c = 0\n⊢ a ^ 3 + b ^ 3 + c ^ 3 = 3 * a * b * c")]
    [InlineData("diophantine", "x y : Nat\nh : x * y = 3 * x + 5 * y + 7\n⊢ x ≤ 27")]
    [InlineData("diophantine", "x y z : Int\nh : x ^ 3 + 3 * y ^ 3 = 9 * z ^ 3\n⊢ x = 0 ∧ y = 0 ∧ z = 0")]
    [InlineData("diophantine", "x y : Nat\nhy : 0 < y\n⊢ x ^ 2 ≠ 3 * y ^ 2")]
    [InlineData("lifting", "x y : Int\nh : 3 ∣ x - y\nk : Nat\n⊢ 3 ^ (k + 1) ∣ x ^ 3 ^ k - y ^ 3 ^ k")]
    [InlineData("lifting", "n k : Nat\n⊢ ↑n ^ (k + 1) ∣ (↑n + 1) ^ n ^ k - 1")]
    public void A_goal_of_each_class_has_a_certificate(string expected, string goal) =>
        Assert.Contains(expected, IdentityEngine.Classify(Goals.Problem(goal), TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("x y z : Int\n⊢ x ^ 3 + y ^ 3 + z ^ 3 ≠ 9 * x * y + 3")]
    [InlineData("n : Nat\n⊢ 133 ∣ 11 ^ (n + 2) + 12 ^ (2 * n + 2)")]
    [InlineData("x : Int\nn : Nat\n⊢ x ^ 2 + x + 2 ∣ x ^ (n + 2) + (x + 1) ^ (2 * n + 1)")]
    [InlineData("S : Nat → Nat\ns0 : S 0 = 0\ns1 : ∀ (n : Nat), S (n + 1) = S n + (2 * n + 1)\nn : Nat\n⊢ S n = n ^ 2 + 1")]
    [InlineData("F : Nat → Int\nf0 : F 0 = 0\nf1 : F 1 = 1\nf2 : ∀ (n : Nat), F (n + 2) = F (n + 1) + F n\nn : Nat\n⊢ F (n + 1) ^ 2 - F n * F (n + 2) = 1")]
    [InlineData("a b c : Int\n⊢ a ^ 4 + b ^ 4 + c ^ 4 ≤ a * b * c * (a + b + c)")]
    [InlineData("x y : Int\nh : x ^ 2 = 4 * y ^ 2\n⊢ x = 0")]
    [InlineData("x y z : Int\nh : x ^ 2 + y ^ 2 = 5 * z ^ 2\n⊢ z = 0")]
    [InlineData("a b c : Int\nh : a + b + c = 1\n⊢ a ^ 3 + b ^ 3 + c ^ 3 = 3 * a * b * c")]
    public void A_false_goal_has_none(string goal) => Assert.Empty(IdentityEngine.Certify(Goals.Problem(goal), TestContext.Current.CancellationToken));

    [Theory]
    [MemberData(nameof(AnyGoal))]
    public async Task Every_goal_gets_a_finite_stream_without_repetitions(string? goal)
    {
        var candidates = new List<ProofCandidate>();
        await foreach (var candidate in new IdentitySampler().SampleAsync(Goals.Problem(goal), new SamplingRun(), TestContext.Current.CancellationToken))
        {
            candidates.Add(candidate);
        }

        Assert.Equal(candidates.Count, candidates.Distinct().Count());
        Assert.All(candidates, c => Assert.StartsWith("engine/", c.Origin, StringComparison.Ordinal));
    }

    [Fact]
    public void Summaries_are_one_line_with_the_numbers()
    {
        var certificate = IdentityEngine.Certify(Goals.Problem("x : Int\n⊢ 2730 ∣ x ^ 13 - x"), TestContext.Current.CancellationToken).First();

        Assert.Contains("2 · 3 · 5 · 7 · 13", certificate.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', certificate.Summary);
    }

    [Fact]
    public void A_cancelled_engine_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => IdentityEngine.Certify(Goals.Problem("x y z : Int\n⊢ x ^ 3 + y ^ 3 + z ^ 3 ≠ 9 * x * y + 4"), cancelled.Token).ToList());
    }
}
