using System.Diagnostics;
using System.Text.RegularExpressions;
using CsCheck;
using Prover.Core.Answers;
using Prover.Core.Statements;

namespace Prover.Core.Tests.Answers;

public sealed partial class AnswerReaderTests
{
    private static readonly TheoremStatement Simple = TheoremStatement.Parse("theorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1");

    [Fact]
    public void Nothing_is_lost_of_five_thousand_ugly_answers()
    {
        var wrong = new List<string>();
        var answers = AnswerCorpus.Generate(seed: 4, count: 5_000).ToArray();
        foreach (var answer in answers)
        {
            var read = AnswerReader.Read(answer.Text, TheoremStatement.Parse(answer.Known.Statement), answer.Complete);
            if (KindOf(read) != answer.Expected || (read is ExtractedAnswer.Found found && !Holds(found, answer.Known)))
            {
                wrong.Add($"{answer.Format}: expected {answer.Expected}, read {read}\n{answer.Text}");
            }
        }

        Assert.Equal(5_000, answers.Length);
        Assert.True(wrong.Count == 0, $"{wrong.Count} read wrongly\n" + string.Join("\n-----\n", wrong.DistinctBy(w => w.Split(':')[0].Split(',')[0] + w.Split(':')[0].Split(',')[1]).Take(8)));
    }

    [Theory]
    [InlineData("```lean4\ntheorem t (x y : Nat) (hxy : x ≤ y) : x ≤ y + 1 := by\n  exact Nat.le_succ_of_le hxy\n```")]
    [InlineData("```lean4\ntheorem t : ∀ a b : Nat, a ≤ b → a ≤ b + 1 := by\n  intro a b h\n  omega\n```")]
    public void An_answer_that_states_it_otherwise_is_taken_as_a_lemma_too(string text)
    {
        var found = Assert.IsType<ExtractedAnswer.Found>(AnswerReader.Read(text, Simple, true));
        Assert.NotNull(found.AsLemma);
        Assert.Contains("theorem answer_restated", found.AsLemma.Helpers, StringComparison.Ordinal);
        Assert.StartsWith("by\n", found.Proof.Proof, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The proof is `by omega`.", "by omega")]
    [InlineData("`omega`", "by\n  omega")]
    [InlineData("omega", "by\n  omega")]
    [InlineData("```lean4 theorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1 := by omega```", "by omega")]
    [InlineData("```lean\n  intro x\n  omega\n```", "by\n  intro x\n  omega")]
    [InlineData("```lean\nintro x\n  omega\n```", "by\n  intro x\n  omega")]
    [InlineData("```lean\n  intro x\nomega\n```", "by\n  intro x\n  omega")]
    [InlineData("```lean\ntheorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1 := by intro x\n                                                              omega\n```", "by\n                                                              intro x\n                                                              omega")]
    [InlineData("```lean\ntheorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1 := by induction a with\n| zero => omega\n| succ k ih => omega\n```", "by\n  induction a with\n    | zero => omega\n    | succ k ih => omega")]
    [InlineData("```lean4\nopen Foo in\ntheorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1 := h\n```", "h")]
    [InlineData("```lean4\ntheorem u (n : Nat) : n = n\n  | 0 => rfl\n  | n + 1 => u n\n```", "fun\n  | 0 => rfl\n  | n + 1 => t n")]
    [InlineData("```lean4\ntheorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1 := by\n\tomega\n```", "by\n    omega")]
    public void A_proof_is_set_as_it_was_meant(string text, string proof) =>
        Assert.Equal(proof, Assert.IsType<ExtractedAnswer.Found>(AnswerReader.Read(text, Simple, true)).Proof.Proof);

    [Fact]
    public void Helpers_of_an_earlier_block_are_taken_along_when_they_are_used()
    {
        var found = Assert.IsType<ExtractedAnswer.Found>(AnswerReader.Read(
            "```lean4\nlemma step (n : Nat) : n ≤ n + 1 := by omega\nlemma other : True := trivial\n```\nThen\n```lean4\ntheorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1 := Nat.le_trans h (step b)\n```",
            Simple,
            true));
        Assert.Equal("section\ntheorem step (n : Nat) : n ≤ n + 1 := by omega\nend", found.Proof.Helpers);
    }

    [Fact]
    public void What_an_answer_opens_is_opened_for_its_own_proof_only()
    {
        var found = Assert.IsType<ExtractedAnswer.Found>(AnswerReader.Read(
            "```lean4\nimport Mathlib\nset_option maxHeartbeats 400000\nopen Real Nat\ntheorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1 := by\n  omega\n```", Simple, true));
        Assert.Equal(new ProofText("open Real Nat in by\n  omega", "namespace Real\nend Real\nset_option maxHeartbeats 400000"), found.Proof);
    }

    [Theory]
    [InlineData("")]
    [InlineData("I cannot prove this.")]
    [InlineData("The theorem follows from the lemma above. By induction on n we are done.")]
    [InlineData("```python\nprint('by omega')\n```")]
    [InlineData("```\na b : Nat\nh : a ≤ b\n⊢ a ≤ b + 1\n```")]
    public void An_answer_without_code_is_told_at_once(string text) =>
        Assert.IsType<ExtractedAnswer.NoCode>(AnswerReader.Read(text, Simple, true));

    [Fact]
    public void No_text_makes_it_throw()
    {
        string[] pieces =
        [
            "```", "```lean4\n", "~~~", "\n", " ", "theorem t", "theorem", ":=", "by", "omega", "(", ")", "/-", "-/", "--", "\"", "«", "»", "{", "}", "\\", "open A in\n", "namespace A\n",
            "end A\n", "section\n", "end\n", "sorry", "|", "=>", "where", "<answer>", "</answer>", "</think>", "{\"proof\": \"", "'", "r#\"", "let", "\ud800", "\0", "import X\n", "@[", "]", "#eval 1\n", "`", "\t", "∀", "mutual\n", "> ", "- ",
        ];
        Gen.OneOf(Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]), Gen.String[0, 12]).Array[0, 60].Select(string.Concat).Sample(text =>
        {
            AnswerReader.Read(text, Simple, true);
            AnswerReader.Read(text, Simple, false);
            new GrowingAnswer(Simple).Add(text);
        }, iter: 20_000);
    }

    [Fact]
    public void Long_answers_of_anything_are_read_in_time_proportional_to_their_length()
    {
        string[] seeds =
        [
            "`", "``` ", "```lean4\n", "(", "/-", "\"", "«", "theorem t : x := by\n", " ", "\n", "by\n  ", "open A\n", "r#", "{\"proof\": \"", "<answer>", "</answer>", "| a => ", "let x := 1 ", "@[", "A b c\n", "namespace A\n", "lemma a : b := c\n", "'", "- ", "> ", "x ",
        ];
        foreach (var seed in seeds)
        {
            foreach (var frame in new[] { "{0}", "```lean4\n{0}", "```lean4\ntheorem t (a b : Nat) (h : a ≤ b) : a ≤ b + 1 := by\n  {0}\n```" })
            {
                var text = frame.Replace("{0}", string.Concat(Enumerable.Repeat(seed, 300_000 / seed.Length)));
                var clock = Stopwatch.StartNew();
                AnswerReader.Read(text, Simple, true);

                // It takes a tenth of a second; anything but linear takes much longer than this.
                Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"'{seed}' in '{frame}' took {clock.Elapsed}");
            }
        }
    }

    internal static Expectation KindOf(ExtractedAnswer answer) => answer switch
    {
        ExtractedAnswer.Found => Expectation.Proof,
        ExtractedAnswer.OnlyStatement => Expectation.OnlyStatement,
        ExtractedAnswer.LeftSorry => Expectation.LeftSorry,
        ExtractedAnswer.CutOff => Expectation.CutOff,
        _ => Expectation.NoCode,
    };

    // Whether layout was kept is for Lean to say; no word may be missing.
    private static bool Holds(ExtractedAnswer.Found found, KnownProof known) =>
        Words(found.Proof.Proof).EndsWith(Words(known.Proof), StringComparison.Ordinal)
        && (!known.Helpers.StartsWith("open", StringComparison.Ordinal) || found.Proof.Proof.StartsWith("open ", StringComparison.Ordinal))
        && (!known.Helpers.StartsWith("lemma", StringComparison.Ordinal) || Words(found.Proof.Helpers).Contains("theorem twice_eq", StringComparison.Ordinal));

    private static string Words(string text) => Space().Replace(Comment().Replace(text, string.Empty).Replace("<=", "≤").Replace("/\\", "∧"), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"--[^\n]*")]
    private static partial Regex Comment();
}
