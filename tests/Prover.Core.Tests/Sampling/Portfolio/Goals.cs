using Prover.Core.Sampling;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Sampling.Portfolio.Goals;
using Prover.Core.Statements;

namespace Prover.Core.Tests.Sampling.Portfolio;

/// <summary>Goals of the tests, and short ways to use them.</summary>
internal static class Goals
{
    /// <summary>At least one goal for each template, and some odd ones.</summary>
    public static readonly string?[] All =
    [
        null,
        "",
        "⊢",
        "⊢ ",
        "no goals",
        "x : ",
        "⊢ True",
        "a b : Nat\nh : a ≤ b\n⊢ a ≤ b + 1",
        "x y : ℤ\nh₀ : 0 < y\nh₁ : y < x\nh₂ : x + y + x * y = 80\n⊢ x = 26",
        "n : ℤ\nh₀ : (n - 1) * n * (n + 1) = 720\n⊢ n = 8",
        "rows seats : ℕ\nh₀ : rows * seats = 450\n⊢ rows ≤ 450",
        "m x : ℤ\nh₁ : 10 ≤ m ∧ m ≤ 99\nh₂ : 6 * x % m = 1\n⊢ m = 43",
        "t : ℕ → ℚ\nh₀ : t 1 = 20\nh₁ : t 2 = 21\nh₂ : ∀ (n : ℕ), n ≥ 3 → t n = (5 * t (n - 1) + 1) / (25 * t (n - 2))\n⊢ (t 2020).num = 101",
        "a : ℕ → ℚ\nh₀ : a 1 = 1\nh₁ : a 2 = 3 / 7\nh₂ : ∀ (n : ℕ), a (n + 2) = a n * a (n + 1) / (2 * a n - a (n + 1))\n⊢ (a 2019).den = 8075",
        "f : ℕ → ℕ\nh₀ : f 0 = 2\nh₁ : ∀ (n : ℕ), f (n + 1) = f n ^ 9\n⊢ f 100 = 0",
        "a : ℕ\nh₀ : 5 / ↑a = 1 / 2\n⊢ a = 10",
        "n : ℕ\n⊢ (21 * n + 4).gcd (14 * n + 3) = 1",
        "k : ℕ\nh₀ : k = 2008 ^ 2 + 2 ^ 2008\n⊢ (k ^ 2 + 2 ^ k) % 10 = 6",
        "a : ℤ\n⊢ a ^ 2 % 4 = 0 ∨ a ^ 2 % 4 = 1",
        "x y : ℤ\nh : x - y ∣ 12\n⊢ x - y ∣ x ^ 2 - y ^ 2",
        "a b : ℤ\n⊢ 2 * a * b ≤ a ^ 2 + b ^ 2",
        "n : Nat\n⊢ ∃ m, n < m",
        "⊢ ∃ x y, 3 * x + 5 * y = 31",
        "n : ℕ\n⊢ n < 2 ^ n",
        "p q : Prop\nhp : p\nhq : q\n⊢ p ∧ q",
        "xs : List Nat\n⊢ xs.reverse.reverse = xs",
        "α : Type u_1\ninst✝ : DecidableEq α\nxs ys : List α\n⊢ (xs ++ ys).length = ys.length + xs.length",
        "a b : Bool\n⊢ (a && b) = (b && a)",
        "i : Fin 5\n⊢ i.val < 7",
        "o : Option Nat\n⊢ o.isSome = !o.isNone",
        "⊢ ∀ (n : Nat), n < 5 → n * n < 25",
        "⊢ ∀ x ∈ [1, 2, 3], x < 4",
        "f g : Nat → Nat\nh : ∀ (x : Nat), f x = g x\n⊢ f = g",
        "a✝ : Nat\na : Nat\nh✝ : a✝ ≤ a\n⊢ a < a + 1",
        "x : Nat := 5\n⊢ x = 5",
        "«a b» : Nat\n⊢ «a b» = «a b»",
        "n : ℕ\nh : n = 99999999999999999999999999999999\n⊢ n % 99999999999999999999999 = 1",
        "n : ℕ\nh : 99999999999999999999 ∣ n\n⊢ n ^ 99999999999999 % 0 = 1",
        "x : ℤ\n⊢ ((((( x",
        "x : ℤ\n⊢ ))) ∣ (((",
        "h : p → ∀ x, x → ∃\n⊢ → → ∀ , ∃ , ",
        "x y : Rat\nh : 0 < x\n⊢ 4 * (x * y) ≤ (x + y) ^ 2",
    ];

    public static GoalFeatures Features(string? goal, params string[] definitions) => new(GoalReader.Read(goal), definitions);

    public static Problem Problem(string? goal, string statement = "theorem t : True") => new()
    {
        Name = "t",
        Statement = TheoremStatement.Parse(statement),
        Goal = goal,
        Fingerprint = "f",
    };

    public static async Task<List<ProofCandidate>> Sample(string? goal, string statement = "theorem t : True")
    {
        var candidates = new List<ProofCandidate>();
        await foreach (var candidate in new PortfolioSampler().SampleAsync(Problem(goal, statement), new SamplingRun(), TestContext.Current.CancellationToken))
        {
            candidates.Add(candidate);
        }

        return candidates;
    }
}
