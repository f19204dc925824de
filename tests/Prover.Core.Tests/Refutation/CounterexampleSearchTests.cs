using System.Numerics;
using CsCheck;
using Prover.Core.Formalization.Examination.Evaluation;
using Prover.Core.Formalization.Examination.Reading;
using Prover.Core.Refutation;
using Prover.Core.Refutation.Searching;
using Prover.Core.Refutation.Writing;

namespace Prover.Core.Tests.Refutation;

public sealed class CounterexampleSearchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("∀ (n d : Nat), (1 : Nat) < d → d < n ^ (2 : Nat) + n + (41 : Nat) → ¬d ∣ n ^ (2 : Nat) + n + (41 : Nat)", "n = 40, d = 41")]
    [InlineData("∀ (n : Nat), (1 : Nat) < n → (2 : Nat) ^ n % n = (2 : Nat) → (3 : Nat) ^ n % n = (3 : Nat) → ∀ (d : Nat), d ∣ n → d = (1 : Nat) ∨ d = n", "n = 561, d = 3")]
    [InlineData("∀ (x y : Int), (0 : Int) < y → x ^ (2 : Nat) - (61 : Int) * y ^ (2 : Nat) ≠ (1 : Int)", "x = 1766319049, y = 226153980")]
    [InlineData("∀ (n k : Nat), n * (n + (1 : Nat)) * ((2 : Nat) * n + (1 : Nat)) = (6 : Nat) * k ^ (2 : Nat) → n ≤ (1 : Nat)", "n = 24, k = 70")]
    [InlineData("∀ (n : Nat), n % (101 : Nat) = (5 : Nat) → n % (103 : Nat) = (7 : Nat) → n % (107 : Nat) = (11 : Nat) → n ^ (2 : Nat) % (8 : Nat) = (1 : Nat)", "n = 2226146")]
    [InlineData("∀ (n : Nat), ∃ (x : Nat), ∃ (y : Nat), x ^ (2 : Nat) + y ^ (2 : Nat) = n", "n = 3")]
    public void The_first_counterexample_is_the_known_one(string printed, string expected)
    {
        var (statement, found) = Search(printed);

        Assert.True(found[0].IsCertain);
        Assert.Equal(expected, CounterexampleText.Of(statement, found[0]).ToString());
    }

    [Theory]
    [InlineData("∀ (n : Nat), (2 : Nat) ∣ n ^ (2 : Nat) + n")]
    [InlineData("∀ (a b : Int), a ^ (2 : Nat) + b ^ (2 : Nat) ≥ (2 : Int) * a * b")]
    [InlineData("∀ (x y : Int), x ^ (2 : Nat) - (7 : Int) * y ^ (2 : Nat) ≠ (-1 : Int)")]
    [InlineData("∀ (n : Nat), ∃ (k : Nat), n < k")]
    public void A_true_statement_has_none(string printed) => Assert.Empty(Search(printed, work: 400_000).Found);

    [Fact]
    public void Whatever_is_found_for_certain_meets_the_hypotheses_and_fails_the_conclusion() =>
        Gen.Select(Gen.Int[2, 12], Gen.Int[0, 11], Gen.Int[1, 40], Gen.Int[0, 60]).Sample((m, r, a, b) =>
        {
            var statement = Telescope.Of(PropositionParser.Parse($"∀ (x y : Nat), x % ({m} : Nat) = ({r % m} : Nat) → y ≤ x + ({b} : Nat) → x * y % ({a} : Nat) < y + ({b} : Nat)")!);
            return new CounterexampleSearch(statement, new RefutationOptions { MaxWork = 60_000 }, Token).Run().Take(3).All(found =>
            {
                var (x, y) = (found.Values["x"]!.Value, found.Values["y"]!.Value);
                return x % m == r % m && y <= x + b && TermEvaluator.Remainder(x * y, a) >= y + b;
            });
        });

    [Fact]
    public void A_function_that_hypotheses_define_by_recursion_is_computed_and_written()
    {
        var (statement, found) = Search("∀ (f : Nat → Nat), f (0 : Nat) = (0 : Nat) → f (1 : Nat) = (1 : Nat) → (∀ (n : Nat), f (n + (2 : Nat)) = f (n + (1 : Nat)) + f n) → f (19 : Nat) % (37 : Nat) ≠ (0 : Nat)");

        Assert.Equal((BigInteger)4181, found[0].Values.Apply("f", 19));
        Assert.Contains("Nat.rec (motive := fun _ => Nat × Nat) ((0 : Nat), (1 : Nat))", CounterexampleText.Of(statement, found[0]).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_counterexample_tells_how_each_part_evaluates()
    {
        var (statement, found) = Search("∀ (a b : Nat), (0 : Nat) < b → a / b * b = a");
        var counterexample = CounterexampleText.Of(statement, found[0]);

        Assert.Equal("a = 1, b = 2", counterexample.ToString());
        Assert.Equal(
            [new EvaluatedPart("hypothesis", "0 < b", "0 < 2", true), new EvaluatedPart("conclusion", "a / b * b = a", "0 = 1", false)],
            counterexample.Parts);
    }

    [Fact]
    public void The_same_search_finds_the_same() =>
        Assert.Equal(Texts("∀ (x y : Int), x * y < x + y + (50 : Int)"), Texts("∀ (x y : Int), x * y < x + y + (50 : Int)"));

    [Fact]
    public void A_cancelled_search_ends_at_once()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var statement = Telescope.Of(PropositionParser.Parse("∀ (a b c : Nat), a + b + c = c + b + a")!);

        Assert.Throws<OperationCanceledException>(() => new CounterexampleSearch(statement, new RefutationOptions(), cancelled.Token).Run().ToList());
    }

    [Fact]
    public void The_proof_gives_witnesses_where_the_conclusion_has_quantifiers()
    {
        var (statement, found) = Search("∀ (n : Nat), n > (3 : Nat) → (∃ (k : Nat), n = (2 : Nat) * k) ∧ ∀ (d : Nat), d < (5 : Nat) → n ≠ d + (1 : Nat)");
        var script = RefutationScript.Of(statement, found[0]);

        Assert.StartsWith("by\n  intro h\n  exact absurd (@h (4 : Nat) ", script, StringComparison.Ordinal);
        Assert.Contains("(3 : Nat)", script, StringComparison.Ordinal);
    }

    private static List<string> Texts(string printed) => [.. Search(printed).Found.Select(f => f.Values.ToString())];

    private static (Telescope Statement, List<FoundValues> Found) Search(string printed, long work = 16_000_000)
    {
        var statement = Telescope.Of(PropositionParser.Parse(printed)!);
        return (statement, [.. new CounterexampleSearch(statement, new RefutationOptions { MaxWork = work }, Token).Run().Take(2)]);
    }
}
