using Prover.Core.Formalization;
using Prover.Core.Formalization.Examination;
using Prover.Core.Proving;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Verification;
using Prover.Lean.Tests.RealLean;

namespace Prover.Lean.Tests.Formalization;

public sealed class StatementExaminerTests(LeanFixture lean)
{
    [Theory]
    [InlineData("Show that m + n = n + m.", "(n : Nat) : m + n = n + m", EvidenceKind.Bindings, Finding.Doubts)]
    [InlineData("Show that n = m.", "(n : Nat) : n = missing.name", EvidenceKind.Elaborates, Finding.Contradicts)]
    [InlineData("Show that a + b = 3.", "(a b : Nat) (h : a < b) (h' : b < a) : a + b = 3", EvidenceKind.Consistency, Finding.Contradicts)]
    [InlineData("A sequence has a_0 = 1 and doubles.", "(a : Nat → Nat) (h₀ : a 0 = 1) (h : ∀ n, a n = 2 * a n) : a 3 = 8", EvidenceKind.Consistency, Finding.Contradicts)]
    [InlineData("If n > 3 and n is odd then n > 4.", "(n : Nat) (h : n > 3) (h' : n % 2 = 1) : n > 4", EvidenceKind.Consistency, Finding.Supports)]
    [InlineData("Show that a^2 - b^2 = (a - b)(a + b).", "(a b : Nat) : a ^ 2 - b ^ 2 = (a - b) * (a + b)", EvidenceKind.Arithmetic, Finding.Doubts)]
    [InlineData("Show that the square of n leaves remainder 1 mod 8.", "(n : Int) : n ^ 2 % 8 = 1", EvidenceKind.Truth, Finding.Contradicts)]
    [InlineData("There is a largest natural number.", ": ∀ n : Nat, ∃ m : Nat, m < n", EvidenceKind.Truth, Finding.Contradicts)]
    [InlineData("Show that the square of an odd n leaves remainder 1 mod 8.", "(n : Int) (h : n % 2 = 1) : n ^ 2 % 8 = 1", EvidenceKind.Truth, Finding.Supports)]
    public async Task Each_kind_of_evidence_stands_on_what_Lean_says(string text, string statement, EvidenceKind kind, Finding expected)
    {
        var evidence = await ExamineAsync(text, statement);
        var found = evidence.Single(e => e.Kind == kind);
        Assert.True(found.Finding == expected, $"{found.Finding}: {found.Message} {found.Detail}");
    }

    // Lean prints all of these as if they were honest sums.
    [Theory]
    [InlineData("(n : Nat) : @HAdd.hAdd Nat Nat Nat ⟨fun _ _ => 0⟩ (n ^ 2) n % 2 = 0")]
    [InlineData("(n : Nat) : HAdd.hAdd (self := ⟨fun _ _ => 0⟩) (n ^ 2) n % 2 = 0")]
    [InlineData("(n : Nat) : letI : HAdd Nat Nat Nat := ⟨fun _ _ => 0⟩; (n ^ 2 + n) % 2 = 0")]
    public async Task What_only_looks_like_the_problem_is_doubted_and_agrees_with_nothing(string statement)
    {
        var evidence = await ExamineAsync("Show that n^2 + n is even.", statement, "(n : Nat) : (n ^ 2 + n) % 2 = 0");
        Assert.Equal(Finding.Doubts, evidence.Single(e => e.Kind == EvidenceKind.Bindings).Finding);
        Assert.DoesNotContain(evidence, e => e.Kind == EvidenceKind.Agreement && e.Finding == Finding.Supports);
        Assert.Equal(FaithfulnessLevel.Doubtful, FaithfulnessLevels.Of(evidence));
    }

    [Theory]
    [InlineData("(n : Nat) : 2 ∣ n ^ 2 + n", "(m : Nat) : (m ^ 2 + m) % 2 = 0", Finding.Supports)]
    [InlineData("(a b : Nat) (ha : a > 0) (hb : b > 0) : a + b ≥ 2", "(x y : Int) (h : 0 < x ∧ 0 < y) : 2 ≤ x + y", Finding.Supports)]
    [InlineData("(n : Int) : 6 ∣ n ^ 3 - n", "(n : Int) : 2 ∣ n ^ 3 - n", Finding.Doubts)]
    [InlineData("(n : Nat) (h : n ≥ 4) : 2 ^ n ≥ n ^ 2", "(n : Nat) (h : n ≥ 5) : 2 ^ n ≥ n ^ 2", Finding.Contradicts)]
    [InlineData(": ∀ n : Nat, ∃ m : Nat, m > n", ": ∃ n : Nat, ∃ m : Nat, m > n", Finding.Doubts)]
    public async Task Independent_formalizations_agree_where_Lean_accepts_both_ways_and_nothing_tells_them_apart(string statement, string other, Finding expected)
    {
        var agreement = (await ExamineAsync("A problem.", statement, other)).Single(e => e.Kind == EvidenceKind.Agreement);
        Assert.True(agreement.Finding == expected, $"{agreement.Finding}: {agreement.Message} {agreement.Detail}");
    }

    private async Task<List<Evidence>> ExamineAsync(string text, string statement, string? other = null)
    {
        var search = new ProofSearch(lean.Pool, (Verifier)lean.Verifier, new PortfolioSampler());
        var examiner = new StatementExaminer(lean.Pool, search);
        IReadOnlyList<FormalStatement> others = other is null ? [] : [new FormalStatement($"theorem other {other}", "other")];
        var evidence = new List<Evidence>();
        await foreach (var found in examiner.ExamineAsync(
            new InformalProblem(text, "t", false), new FormalStatement($"theorem t {statement}", "test"), others, TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken))
        {
            evidence.Add(found);
        }

        return evidence;
    }
}
