using Prover.Core.Answers;
using Prover.Core.Statements;
using Prover.Core.Tests.Answers;
using Prover.Core.Verification;
using Prover.Lean.Tests.RealLean;

namespace Prover.Lean.Tests.Answers;

/// <summary>What is read out of the corpus of answers, before real Lean: nothing lost, nothing proved that Lean did not prove.</summary>
public sealed class CorpusTests(LeanFixture lean, ITestOutputHelper output)
{
    private readonly Dictionary<(string Statement, ProofText Proof), Verdict> _verdicts = [];

    [Fact]
    public async Task Of_five_thousand_answers_those_with_a_good_proof_are_proved_and_no_others()
    {
        var wrong = new List<string>();
        var (answers, proved) = (0, 0);
        foreach (var answer in AnswerCorpus.Generate(seed: 4, count: 5_000))
        {
            answers++;
            if (AnswerReader.Read(answer.Text, TheoremStatement.Parse(answer.Known.Statement), answer.Complete) is not ExtractedAnswer.Found found)
            {
                Assert.NotEqual(Expectation.Proof, answer.Expected);
                continue;
            }

            var verdict = await VerifyAsync(answer.Known.Statement, found.Proof);
            if (verdict.Kind != VerdictKind.Proved && found.AsLemma is { } lemma)
            {
                verdict = await VerifyAsync(answer.Known.Statement, lemma);
            }

            proved += verdict.Kind == VerdictKind.Proved ? 1 : 0;
            if (verdict.Kind != (answer.Known.IsGood ? VerdictKind.Proved : VerdictKind.Rejected))
            {
                wrong.Add($"{answer.Format}: {verdict.Kind} {verdict.Reason} {string.Join('\n', verdict.Messages)}\n{found}");
            }
        }

        output.WriteLine($"{answers} answers, {_verdicts.Count} distinct proofs, {proved} answers proved");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {answers} wrong\n{string.Join("\n-----\n", wrong.DistinctBy(w => w[..w.IndexOf(',')]).Take(10))}");
        Assert.InRange(proved, 2_000, answers);
    }

    [Theory]
    [InlineData("theorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1", "```lean4\ntheorem t (x y : Nat) (hxy : x ≤ y) : x ≤ y + 1 := by\n  exact Nat.le_succ_of_le hxy\n```")]
    [InlineData("theorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1", "```lean4\ntheorem t : ∀ a b : Nat, a ≤ b → a ≤ b + 1 := by\n  intro a b h\n  omega\n```")]
    [InlineData("theorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1", "```lean4\ntheorem t {a b : Nat} (h : a ≤ b) : a ≤ b + 1 := Nat.le_succ_of_le h\n```")]
    [InlineData("theorem t (n : Nat) : 0 + n = n", "```lean4\ntheorem u : ∀ n : Nat, 0 + n = n\n  | 0 => rfl\n  | n + 1 => by\n    rw [← Nat.add_assoc, u n]\n```")]
    [InlineData("theorem t (p q : Prop) (hp : p) (hq : q) : p ∧ q", "```lean4\ntheorem t (p q : Prop) (hp : p) (hq : q) : p ∧ q where\n  left := hp\n  right := hq\n```")]
    [InlineData("namespace Foo\ntheorem t (n : Nat) : n < n + 1", "```lean4\nnamespace Foo\nlemma aux (n : Nat) : n < n + 1 := by omega\ntheorem t (n : Nat) : n < n + 1 := aux n\nend Foo\n```")]
    [InlineData("theorem t (n : Nat) : n < n + 1", "```lean4\nimport Mathlib\nopen Real Topology Filter\nnamespace Foo.Bar\ndef two : Nat := 2\nvariable {m : Nat}\n@[simp] lemma aux (n : Nat) : n < n + 1 := by omega\ntheorem t (n : Nat) : n < n + 1 := by\n  have := two\n  simp\nend Foo.Bar\n```")]
    [InlineData("def f (n : Nat) : Nat := n + 1\n\n/-- Mine. -/\ntheorem t (n : Nat) : f n = n + 1", "```lean4\ndef f (n : Nat) : Nat := n + 1\ntheorem t (n : Nat) : f n = n + 1 := by unfold f; rfl\n```")]
    [InlineData("theorem t (n : Nat) (h : 0 < n) : n ≠ 0", "```lean4\nsection\nopen Nat in\ntheorem t (n : Nat) (h : 0 < n) : n ≠ 0 := by omega\nend\n```")]
    [InlineData("theorem t (a b c : Nat) (h : a < b) (g : b < c) : a < c", "```lean4\ntheorem t (a b c : Nat) (h : a < b) (g : b < c) : a < c := by calc a < b := h\n                                                                  _ < c := g\n```")]
    [InlineData("theorem t (n : Nat) : n = 0 ∨ 0 < n", "```lean4\ntheorem t (n : Nat) : n = 0 ∨ 0 < n := by cases n with\n| zero => simp\n| succ k =>\n  right\n  omega\n```")]
    public async Task Proofs_that_are_written_otherwise_are_proved_at_the_strongest_grade(string statement, string text)
    {
        var found = Assert.IsType<ExtractedAnswer.Found>(AnswerReader.Read(text, TheoremStatement.Parse(statement), complete: true));
        var verdict = await VerifyAsync(statement, found.Proof, Verifier.StrongestGrade);
        if (verdict.Kind != VerdictKind.Proved && found.AsLemma is { } lemma)
        {
            verdict = await VerifyAsync(statement, lemma, Verifier.StrongestGrade);
        }

        Assert.True(verdict.Kind == VerdictKind.Proved, $"{verdict.Reason} {string.Join('\n', verdict.Messages)}\n{found.Proof}\n{found.AsLemma}");
    }

    [Theory]
    [InlineData("```lean4\ntheorem t (n : Nat) (h : n < 3) : n < 2 := by omega\n```")]
    [InlineData("```lean4\ntheorem t (n : Nat) : n < n + 2 := by omega\n```")]
    [InlineData("```lean4\naxiom easy (p : Prop) : p\ntheorem t (n : Nat) : n < 2 := easy _\n```")]
    [InlineData("```lean4\nlocal notation \"two\" => 2\nnotation:50 a \" < \" b => a ≤ b ∨ True\ntheorem t (n : Nat) : n < 2 := Or.inr trivial\n```")]
    [InlineData("```lean4\ninstance (priority := high) bad : LT Nat := ⟨fun _ _ => True⟩\ntheorem t (n : Nat) : n < 2 := trivial\n```")]
    [InlineData("```lean4\ntheorem t (n : Nat) : n < 2 := by\n  have : n < 2 := t n\n  exact this\n```")]
    public async Task What_an_answer_states_changes_nothing_of_what_is_checked(string text)
    {
        const string False = "theorem t (n : Nat) : n < 2";
        var found = Assert.IsType<ExtractedAnswer.Found>(AnswerReader.Read(text, TheoremStatement.Parse(False), complete: true));
        foreach (var proof in new[] { found.Proof, found.AsLemma }.OfType<ProofText>())
        {
            Assert.Equal(VerdictKind.Rejected, (await VerifyAsync(False, proof, Verifier.StrongestGrade)).Kind);
        }
    }

    private async Task<Verdict> VerifyAsync(string statement, ProofText proof, Grade grade = Grade.Compiled)
    {
        if (_verdicts.TryGetValue((statement, proof), out var known))
        {
            return known;
        }

        return _verdicts[(statement, proof)] = await lean.Verifier.VerifyAsync(
            new VerifyRequest { Text = TheoremStatement.Parse(statement).WithProof(proof.Proof, proof.Helpers), Statement = statement, Grade = grade },
            TestContext.Current.CancellationToken);
    }
}
