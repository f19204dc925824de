using Prover.Core.Formalization;
using Prover.Core.Formalization.Examination;
using Prover.Core.Formalization.Examination.Arithmetic;
using Prover.Core.Formalization.Examination.Bindings;
using Prover.Core.Formalization.Examination.Reading;
using Prover.Core.Formalization.Examination.Substance;
using Prover.Core.Formalization.Examination.Wording;
using Prover.Core.Statements;

namespace Prover.Core.Tests.Formalization.Examination;

public sealed class ExaminationTests
{
    [Theory]
    [InlineData("∀ (a b : Nat), a - b + b = a", Finding.Doubts)]
    [InlineData("∀ (a b : Nat), b ≤ a → a - b + b = a", Finding.Supports)]
    [InlineData("∀ (a b : Int), a - b + b = a", null)]
    [InlineData("∀ (n : Nat), (2 : Nat) * (n / (2 : Nat)) = n", Finding.Doubts)]
    [InlineData("∀ (n : Nat), n % (2 : Nat) = (0 : Nat) → (2 : Nat) * (n / (2 : Nat)) = n", Finding.Supports)]
    [InlineData("∀ (n : Nat), n > (0 : Nat) ∧ n - (1 : Nat) < n", Finding.Supports)]
    [InlineData("∀ (n : Nat), ∃ (k : Nat), n = (2 : Nat) * k - (1 : Nat)", Finding.Doubts)]
    [InlineData("∀ (n m : Nat), n % m < m", Finding.Doubts)]
    [InlineData("∀ (a b m : Int), a % m = b % m → b % m = a % m", Finding.Supports)]
    [InlineData("∀ (a b m : Nat), (a - b) % m = b % m", Finding.Doubts)]
    public async Task Arithmetic_is_doubted_where_the_hypotheses_let_it_differ_from_that_on_paper(string printed, Finding? expected) =>
        Assert.Equal(expected, await FindAsync(new ArithmeticExamination(), printed));

    [Theory]
    [InlineData("∀ (n m : Nat), n = n + (0 : Nat)", Finding.Doubts)]
    [InlineData("∀ (n : Nat), ∃ (n : Nat), n > (2 : Nat)", Finding.Doubts)]
    [InlineData("∀ (n : Nat), ∃ (m : Nat), m > n", Finding.Supports)]
    public async Task Variables_that_nothing_speaks_of_are_doubted(string printed, Finding expected) =>
        Assert.Equal(expected, await FindAsync(new BindingsExamination(), printed));

    [Theory]
    [InlineData("∀ (n : Nat), n > (2 : Nat) → n > (2 : Nat)", Finding.Doubts)]
    [InlineData("∃ (r : Nat), (2 : Nat) ^ (10 : Nat) % (7 : Nat) = r", Finding.Doubts)]
    [InlineData("∃ (r : Nat), r < (7 : Nat) ∧ (2 : Nat) ^ (10 : Nat) % (7 : Nat) = r", Finding.Doubts)]
    [InlineData("∀ (n : Nat), n ^ (2 : Nat) ≥ (0 : Nat)", Finding.Doubts)]
    [InlineData("∀ (n : Int), n ^ (2 : Nat) ≥ (0 : Int)", Finding.Supports)]
    [InlineData("(2 : Nat) ^ (10 : Nat) % (7 : Nat) = (2 : Nat)", Finding.Supports)]
    [InlineData("∀ (a b : Int), ∃ (x : Int), a + x = b", Finding.Supports)]
    public async Task Empty_conclusions_are_doubted(string printed, Finding expected) =>
        Assert.Equal(expected, await FindAsync(new SubstanceExamination(), printed));

    [Theory]
    [InlineData("Show that $2^n \\ge n^2$ for all natural numbers n > 3.", "∀ (n : Nat), n ≥ (4 : Nat) → (2 : Nat) ^ n ≥ n ^ (2 : Nat)", Finding.Doubts)]
    [InlineData("Show that $2^n \\ge n^2$ for all natural numbers $n \\ge 4$.", "∀ (n : Nat), n > (3 : Nat) → (2 : Nat) ^ n ≥ n ^ (2 : Nat)", Finding.Supports)]
    [InlineData("Show that the square of an odd integer leaves remainder 1 when divided by 8.", "∀ (n : Int), n % (2 : Int) = (1 : Int) → n * n % (8 : Int) = (1 : Int)", Finding.Supports)]
    [InlineData("Show that $n^2 \\ge 0$ for every integer n.", "∀ (n : Nat), n ^ (2 : Nat) ≥ (0 : Nat)", Finding.Doubts)]
    [InlineData("For all natural numbers n there exists a natural number m with m > n.", "∃ (m : Nat), ∀ (n : Nat), m > n", Finding.Doubts)]
    [InlineData("There is a natural number m with m ≤ n for all natural numbers n.", "∀ (n : Nat), ∃ (m : Nat), m ≤ n", Finding.Doubts)]
    [InlineData("For every natural number n, n(n+1) is even.", "∃ (n : Nat), (2 : Nat) ∣ n * (n + (1 : Nat))", Finding.Doubts)]
    [InlineData("An integer n is even if and only if n^2 is even.", "∀ (n : Int), (2 : Int) ∣ n → (2 : Int) ∣ n ^ (2 : Nat)", Finding.Doubts)]
    [InlineData("Show that the gcd of 48 and 36 is 12.", "(12 : Nat) ∣ (48 : Nat) ∧ (12 : Nat) ∣ (36 : Nat)", Finding.Doubts)]
    [InlineData("If n is divisible by 4 then n is even.", "∀ (n k : Nat), n = (4 : Nat) * k → ∃ (j : Nat), n = (2 : Nat) * j", Finding.Supports)]
    public async Task Wording_is_compared_with_care(string text, string printed, Finding expected) =>
        Assert.Equal(expected, await FindAsync(new WordingExamination(), printed, text));

    [Fact]
    public void One_formalization_against_another_is_doubtful_but_a_refutation_settles_it()
    {
        var elaborates = new Evidence(EvidenceKind.Elaborates, Finding.Supports, "yes");
        var differs = new Evidence(EvidenceKind.Agreement, Finding.Contradicts, "differs");
        var isFalse = new Evidence(EvidenceKind.Truth, Finding.Contradicts, "false");
        var person = new Evidence(EvidenceKind.Person, Finding.Supports, "I wrote it");
        Assert.Equal(FaithfulnessLevel.Doubtful, FaithfulnessLevels.Of([]));
        Assert.Equal(FaithfulnessLevel.Plausible, FaithfulnessLevels.Of([elaborates]));
        Assert.Equal(FaithfulnessLevel.Doubtful, FaithfulnessLevels.Of([elaborates, differs]));
        Assert.Equal(FaithfulnessLevel.Contradicted, FaithfulnessLevels.Of([elaborates, differs, isFalse]));
        Assert.Equal(FaithfulnessLevel.Pinned, FaithfulnessLevels.Of([elaborates, isFalse, person]));
    }

    private static async Task<Finding?> FindAsync(IExamination examination, string printed, string text = "")
    {
        var statement = new ReadStatement(TheoremStatement.Parse("theorem t : True"), new FormalStatement("theorem t : True", "test"), printed, null);
        var subject = new Subject(new InformalProblem(text, "t", false), statement, []);
        return (await examination.ExamineAsync(subject, TestContext.Current.CancellationToken))?.Finding;
    }
}
