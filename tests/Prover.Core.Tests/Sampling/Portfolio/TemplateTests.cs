namespace Prover.Core.Tests.Sampling.Portfolio;

public class TemplateTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Sampling", "Portfolio", "Golden");

    public static TheoryData<string> Golden => [.. Directory.GetFiles(Folder, "*.lean").Select(f => Path.GetFileNameWithoutExtension(f)!).Order()];

    /// <summary>A file holds a goal as a comment and the first script that the template of the file's name makes of it.</summary>
    [Theory]
    [MemberData(nameof(Golden))]
    public async Task A_typical_goal_gets_the_golden_script(string template)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, template + ".lean"), TestContext.Current.CancellationToken);
        var end = text.IndexOf("\n-/\n", StringComparison.Ordinal);
        var goal = text[3..end];

        var candidate = (await Goals.Sample(goal)).Find(c => c.Origin == $"portfolio/{template}");

        Assert.Equal(text[(end + 4)..].TrimEnd(), candidate?.Proof);
    }

    [Theory]
    [InlineData("truth-table", "p q : Prop\n⊢ p ∨ ¬p", "n : Nat\n⊢ n = n")]
    [InlineData("finite", "i : Fin 5\n⊢ i.val < 7", "p : Prop\n⊢ p")]
    [InlineData("branch", "n : Nat\n⊢ (if n = 0 then 1 else n) > 0", "n : Nat\n⊢ n = 0")]
    [InlineData("data-induction", "xs : List Nat\n⊢ xs ++ [] = xs", "n : Nat\n⊢ n = n")]
    [InlineData("divisor-bound", "m n : Nat\nh : m ∣ n\n⊢ m ≤ n ∨ n = 0", "m n : Int\nh : m ∣ n\n⊢ m ≤ n")]
    [InlineData("cast", "a : ℕ\nh : 5 / ↑a = 1\n⊢ a = 5", "a : ℕ\nh : a * 5 = 1\n⊢ a = 5")]
    [InlineData("gcd-linear", "n : ℕ\n⊢ (n + 7).gcd (2 * n + 1) ≤ 13", "n : ℕ\n⊢ (n + 7).gcd (n * n + 1) ≤ 13")]
    [InlineData("power-period", "k : ℕ\nh : k = 2 ^ 2008\n⊢ 2 ^ k % 10 = 6", "k : ℕ\nh : k = 3\n⊢ 2 ^ k % 10 = 8")]
    [InlineData("residue", "a : ℤ\n⊢ a ^ 2 % 4 ≠ 3", "a : ℤ\n⊢ a ^ 2 % 1009 ≠ 3")]
    [InlineData("coprime-factors", "n : ℤ\n⊢ 30 ∣ n ^ 5 - n", "n : ℤ\n⊢ 31 ∣ n ^ 5 - n")]
    [InlineData("poly-dvd", "x y : ℤ\n⊢ x - y ∣ x ^ 3 - y ^ 3", "x y : ℤ\n⊢ x - y ∣ x ^ 3 + y ^ 3")]
    [InlineData("squares", "a b : ℤ\n⊢ 2 * a * b ≤ a ^ 2 + b ^ 2", "a b : ℕ\n⊢ 2 * a * b ≤ a ^ 2 + b ^ 2")]
    [InlineData("witness", "⊢ ∃ x y, 3 * x + 5 * y = 31", "⊢ ∀ (x : Nat), x = x")]
    [InlineData("induction", "n : ℕ\n⊢ n < 2 ^ n", "n : ℤ\n⊢ n < 2 ^ 5")]
    [InlineData("shift", "n : ℤ\nh : n ^ 3 = 8\n⊢ n = 2", "n : ℕ\nh : n ^ 3 = 8\n⊢ n = 2")]
    [InlineData("divisors", "a b : ℤ\nh : a * b = 12\n⊢ a ≤ 12", "a b : ℤ\nh : a + b = 12\n⊢ a ≤ 12")]
    [InlineData("interval", "m x : ℤ\nh : 10 ≤ m ∧ m ≤ 19\nh₁ : x % m = 1\n⊢ m ≠ 10", "m x : ℤ\nh : 10 ≤ m\nh₁ : x % m = 1\n⊢ m ≠ 10")]
    [InlineData("bounded-decide", "x y : ℕ\nh : x * y = 80\n⊢ x ≤ 80", "x y : ℚ\nh : x * y = 80\n⊢ x ≤ 80")]
    [InlineData("refute-search", "x y : ℤ\nh : x < y\n⊢ x ^ 2 < y ^ 2", "p : Prop\n⊢ p")]
    [InlineData("refute-values", "p q : Prop\n⊢ p ∨ q → p", "α : Type u\nx y : α\n⊢ x = y")]
    [InlineData("cases", "n : ℕ\n⊢ n = n", "n : ℤ\n⊢ n = n")]
    [InlineData("nat-induction", "n : ℕ\n⊢ n = n", "n : ℤ\n⊢ n = n")]
    public async Task A_template_applies_to_its_kind_of_goal_alone(string template, string applies, string not)
    {
        Assert.Contains(await Goals.Sample(applies), c => c.Origin == $"portfolio/{template}");
        Assert.DoesNotContain(await Goals.Sample(not), c => c.Origin == $"portfolio/{template}");
    }

    [Fact]
    public async Task A_hypothesis_between_variables_is_passed_on_in_a_refutation()
    {
        var candidate = (await Goals.Sample("a : Nat\nh : 0 < a\nb : Nat\nh' : b < a\n⊢ a < b")).Find(c => c.Refutes);

        Assert.Contains("fun q0 (_ : q0 < 24) q1 q2 (_ : q2 < 24) => @h q0 q1 q2 : ∀ q0 : Nat, q0 < 24 → _ → ∀ q2 : Nat, q2 < 24 → _", candidate?.Proof, StringComparison.Ordinal);
    }
}
