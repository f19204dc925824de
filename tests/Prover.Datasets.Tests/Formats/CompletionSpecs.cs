using CsCheck;
using Prover.Core.Answers;
using Prover.Core.Statements;
using Prover.Datasets.Formats;

namespace Prover.Datasets.Tests.Formats;

public sealed class CompletionSpecs
{
    private const string Statement = "import Lean\nopen Nat\n\ndef double (n : Nat) := n + n\n\ntheorem t (n : Nat) : double n = 2 * n";

    private static readonly string[] Headers = ["", "open Nat\n", "import Lean\n\n"];

    private static readonly string[] Proofs = ["by omega", "by\n  simp\n  omega", "by -- ``` in here\n  omega", "by /- ````\n```lean4\n-/ omega"];

    [Fact]
    public void The_text_comes_back_from_its_completion() => Gen.Select(Gen.Int[0, Headers.Length - 1], Gen.Int[0, Proofs.Length - 1]).Sample((h, p) =>
    {
        var (header, proof) = (Headers[h], Proofs[p]);
        var statement = $"{header}theorem t (n : Nat) : n = n";
        var text = TheoremStatement.Parse(statement).WithProof(proof, "theorem aid : True := trivial");
        var completion = Completion.Of(statement, text)!;
        return Completion.TextOf(statement, completion) is { } back && back.Trim() == text.Trim() && !completion.Contains("import", StringComparison.Ordinal);
    });

    [Fact]
    public void A_model_that_answers_so_is_read_as_the_same_proof()
    {
        var statement = TheoremStatement.Parse(Statement);
        var completion = Completion.Of(Statement, statement.WithProof("by\n  unfold double\n  omega"))!;

        Assert.StartsWith("```lean4\ndef double", completion, StringComparison.Ordinal);
        var found = Assert.IsType<ExtractedAnswer.Found>(AnswerReader.Read(completion, statement, complete: true));
        Assert.Equal("by\n  unfold double\n  omega", found.Proof.Proof.Trim());
    }

    [Theory]
    [InlineData("")]
    [InlineData("by omega")]
    [InlineData("```lean4\nby omega")]
    [InlineData("```\nby omega\n```")]
    [InlineData("Here:\n```lean4\nby omega\n```")]
    [InlineData("```lean4\nby omega\n````")]
    public void What_is_no_completion_of_ours_is_not_read_as_one(string text) => Assert.Null(Completion.TextOf(Statement, text));

    [Fact]
    public void A_text_under_another_header_has_no_completion() => Assert.Null(Completion.Of(Statement, "theorem t (n : Nat) : double n = 2 * n := by omega"));
}
