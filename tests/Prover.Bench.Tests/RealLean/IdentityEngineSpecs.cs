using Prover.Core.Identities;
using Prover.Core.Proving;
using Prover.Core.Verification;

namespace Prover.Bench.Tests.RealLean;

/// <summary>The engine's certificates with real Lean: a statement of each kind, proved through the whole search and verified.</summary>
public class IdentityEngineSpecs(LeanFixture lean)
{
    private const string Fibonacci = "(F : Nat → Int) (f0 : F 0 = 0) (f1 : F 1 = 1) (f2 : ∀ n, F (n+2) = F (n+1) + F n)";

    private const string Field = "{K : Type} [Lean.Grind.Field K] [LE K] [LT K] [Std.LawfulOrderLT K] [Std.IsLinearOrder K] [Lean.Grind.OrderedRing K] ";

    [Theory]
    [InlineData("(n : Int) : 2730 ∣ n^13 - n", "engine/congruence")]
    [InlineData("(n : Nat) : 133 ∣ 11^(n+2) + 12^(2*n+1)", "engine/powers")]
    [InlineData("(S T : Nat → Nat) (s0 : S 0 = 0) (s1 : ∀ n, S (n+1) = S n + (n+1)) (t0 : T 0 = 0) (t1 : ∀ n, T (n+1) = T n + (n+1)^3) (n : Nat) : T n = S n ^ 2", "engine/sum")]
    [InlineData(Fibonacci + " (n : Nat) : F (n+1)^2 - F n * F (n+2) = (-1)^n", "engine/recurrence")]
    [InlineData("(x : Int) (n : Nat) : x^2 + x + 1 ∣ x^(n+2) + (x+1)^(2*n+1)", "engine/divisibility")]
    [InlineData("(a b c : Int) : a*b*c*(a+b+c) ≤ a^4 + b^4 + c^4", "engine/inequality")]
    [InlineData("(a b c : Int) (h : a + b + c = 0) : 6*(a^5+b^5+c^5) = 5*(a^2+b^2+c^2)*(a^3+b^3+c^3)", "engine/polynomial")]
    [InlineData("(n k : Nat) : (n:Int)^(k+1) ∣ (n+1)^(n^k) - 1", "engine/lifting")]
    [InlineData("(x y : Int) (h : 3 ∣ x + y) (k : Nat) : 3^(k+1) ∣ x^(3^k) + y^(3^k)", "engine/lifting")]
    [InlineData("(k : Nat) : 5^(k+1) ∣ 6^(5^k) - 1", "engine/lifting")]
    [InlineData("(x y z : Int) (h : x^3 + 3*y^3 = 9*z^3) : x = 0 ∧ y = 0 ∧ z = 0", "engine/diophantine")]
    [InlineData("(x y : Nat) (hy : 0 < y) : x^2 ≠ 3*y^2", "engine/diophantine")]
    [InlineData("(x y : Nat) (h : x*y = 3*x + 5*y + 7) : x = 6 ∨ x = 7 ∨ x = 16 ∨ x = 27", "engine/diophantine")]
    [InlineData("(m x : Int) (h₀ : 0 ≤ x) (h₁ : 10 ≤ m ∧ m ≤ 99) (h₂ : 6 * x % m = 1) (h₃ : (x - 6 ^ 2) % m = 0) : m = 43", "engine/modulus")]
    [InlineData("(d n : Nat) (h1 : d ∣ n ^ 2 + 1) (h2 : d ∣ (n + 1) ^ 2 + 1) : d = 1 ∨ d = 5", "engine/modulus")]
    [InlineData("(m x : Int) (h1 : 2 ≤ m ∧ m < 60) (h2 : m ∣ x ^ 3 - 2) (h3 : m ∣ x ^ 2 + 3) : m = 31", "engine/modulus")]
    [InlineData("(p x : Nat) (hp : 2 < p) (hq : ∀ d, d ∣ p → d = 1 ∨ d = p) (h1 : p ∣ x ^ 2 + 2) (h2 : p ∣ x + 8) : p = 3 ∨ p = 11", "engine/modulus")]
    [InlineData("(x y : Rat) (h : (x ^ 3 - y ^ 3).den = 1) : y.den = x.den", "engine/denominators")]
    [InlineData("(x y : Rat) (n : Int) (h : y ^ 2 = x ^ 3 + n) : y.den ^ 2 = x.den ^ 3", "engine/denominators")]
    [InlineData("(f : Nat → Nat) : ∃ n, f (f n) ≠ n + 1987", "engine/functional")]
    [InlineData(": ∃ f : Nat → Nat, f 3 = 10 ∧ ∀ n, f (f n) = n + 3 * f n ∧ f n < f (n + 1)", "engine/functional")]
    [InlineData("(m : Int) (f : Int → Int) (h : ∀ n, f (f n) = n + (2 * m + 1)) : f 0 = m", "engine/functional")]
    [InlineData("(S : Nat → Rat) (s0 : S 0 = 0) (s1 : ∀ n : Nat, S (n+1) = S n + 1/((n+1)*(n+2)*(n+3))) (n : Nat) : 4 * S n < 1", "engine/telescoping")]
    [InlineData("(S f : Nat → Nat) (s0 : S 0 = 0) (s1 : ∀ n, S (n+1) = S n + n * f n) (f0 : f 0 = 1) (f1 : ∀ n, f (n+1) = (n+1) * f n) (n : Nat) : S n < f n", "engine/telescoping")]
    [InlineData(Field + "(a b : K) (h : 0 < a ∧ 0 < b) : (a + b) ^ 4 ≤ 8 * (a ^ 4 + b ^ 4)", "engine/ordered-field")]
    [InlineData(Field + "(x y z a b : K) (h₀ : 0 < x ∧ 0 < y ∧ 0 < z) (h₁ : x ≠ y) (h₄ : x + y + z = a) (h₅ : x ^ 2 + y ^ 2 + z ^ 2 = b ^ 2) : b ^ 2 < a ^ 2 ∧ a ^ 2 < 3 * b ^ 2", "engine/ordered-field")]
    [InlineData(Field + "(c : K) (f : K → K) (h₀ : ∀ x, f x = 2 * x ^ 2 + 5 * x + c) (h₁ : ∃ x, f x ≤ 0) : c ≤ 25 / 8", "engine/ordered-field")]
    [InlineData("(x y : Rat) (h : x ^ 3 = y ^ 3) : x = y", "engine/ordered-field")]
    [InlineData(Field + "(f : K → K) (h₀ : ∀ x > 0, ∀ y > 0, f (x * y) = f x / y) (h₁ : f 500 = 3) : f 600 = 5 / 2", "engine/instances")]
    [InlineData("{K : Type} [Lean.Grind.Field K] [Lean.Grind.IsCharP K 0] (a b : K) (h : ∀ x : K, x ^ 2 + a * x + b = (x - 3) * (x + 5)) : a = 2 ∧ b = -15", "engine/instances")]
    [InlineData(Field + "(a b c d : K) (h₀ : b = a ^ 2 + 4 * a + 6) (h₁ : b = 1 / 2 * a ^ 2 + a + 6) (h₂ : d = c ^ 2 + 4 * c + 6) (h₃ : d = 1 / 2 * c ^ 2 + c + 6) (h₄ : a < c) : c - a = 6", "engine/roots")]
    public async Task A_statement_of_each_class_is_proved_and_verified(string statement, string origin)
    {
        var result = await ProveAsync(statement);

        Assert.True(result.Verdict.Kind == VerdictKind.Proved, result.Verdict.Reason);
        Assert.Equal(origin, result.Origin);
    }

    [Theory]
    [InlineData("(m x : Int) (h₀ : 0 ≤ x) (h₁ : 5 ≤ m ∧ m ≤ 99) (h₂ : 6 * x % m = 1) (h₃ : (x - 6 ^ 2) % m = 0) : m = 43")]
    [InlineData("(x y : Rat) (h : (x ^ 2 + y).den = 1) : x.den = y.den")]
    [InlineData("(f : Nat → Nat) : ∃ n, f (f n) ≠ n + 1986")]
    [InlineData(Field + "(a b : K) (h : 0 < a ∧ 0 < b) : (a + b) ^ 4 ≤ 7 * (a ^ 4 + b ^ 4)")]
    [InlineData(Field + "(f : K → K) (h₀ : ∀ x > 0, ∀ y > 0, f (x * y) = f x / y) (h₁ : f 500 = 3) : f 600 = 5 / 3")]
    [InlineData("(S : Nat → Rat) (s0 : S 0 = 0) (s1 : ∀ n : Nat, S (n+1) = S n + 1/((n+1)*(n+2))) (n : Nat) : 2 * S n < 1")]
    public async Task A_false_sibling_is_not_proved(string statement) => Assert.NotEqual(VerdictKind.Proved, (await ProveAsync(statement)).Verdict.Kind);

    private async Task<ProveResult> ProveAsync(string statement)
    {
        var search = new ProofSearch(lean.Checker, lean.Verifier, new IdentitySampler());
        var request = new ProveRequest
        {
            Statement = $"theorem t {statement}",
            UseStore = false,
            Budget = new ProveBudget { TimeLimit = TimeSpan.FromMinutes(4), CandidateTimeLimit = TimeSpan.FromMinutes(2) },
        };
        ProveResult? result = null;
        await foreach (var happened in search.ProveAsync(request, TestContext.Current.CancellationToken))
        {
            result = happened is ProveEvent.Finished finished ? finished.Result : result;
        }

        Assert.NotNull(result);
        return result;
    }
}
