using CsCheck;
using Prover.Core.Lean;
using Prover.Core.Repair;
using Prover.Core.Repair.Partial;

namespace Prover.Core.Tests.Repair;

public class ErrorReportTests
{
    private static readonly Gen<LeanMessage> Messages =
        from line in Gen.Int[1, 9]
        from column in Gen.Int[0, 30]
        from more in Gen.Int[0, 3]
        from endColumn in Gen.Int[0, 30]
        from hasEnd in Gen.Bool
        from unsolved in Gen.Bool
        select new LeanMessage(
            LeanSeverity.Error,
            new LeanPosition(line, column),
            hasEnd ? new LeanPosition(line + more, endColumn) : null,
            unsolved ? "unsolved goals\n⊢ False" : "wrong");

    private static readonly string[] Parts =
        ["theorem t : A := by", "  have h : 𝔸 := by simp", "  · omega", "    rw [foo]", "", "  | zero => rfl", "exact ⟨a, b⟩", "  by", "by sorry"];

    private static readonly Gen<string> Texts =
        Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).List[1, 10]
            .Select(lines => string.Join('\n', lines));

    [Fact]
    public void Marks_stand_where_Lean_counts_code_points()
    {
        var error = new LeanMessage(LeanSeverity.Error, new LeanPosition(2, 4), new LeanPosition(2, 8), "unknown");

        var report = ErrorReport.Of("theorem t : True :=\n  𝔸 rfl2 x", [error]);

        Assert.Equal("theorem t : True :=\n  𝔸 <error 1>rfl2</error 1> x", report.MarkedText);
        Assert.Equal("  𝔸 rfl2 x", report.Errors[0].Lines);
    }

    [Fact]
    public void Nested_errors_are_nested_marks()
    {
        var outer = new LeanMessage(LeanSeverity.Error, new LeanPosition(1, 2), new LeanPosition(1, 8), "unsolved goals");
        var inner = new LeanMessage(LeanSeverity.Error, new LeanPosition(1, 4), new LeanPosition(1, 6), "no");

        var report = ErrorReport.Of("0123456789", [inner, outer]);

        Assert.Equal("01<error 1>23<error 2>45</error 2>67</error 1>89", report.MarkedText);
    }

    [Fact]
    public void Nothing_of_the_text_is_lost_whatever_the_positions() => Texts.Select(Messages.List[0, 6]).Sample((text, messages) =>
    {
        var report = ErrorReport.Of(text, messages);

        var unmarked = System.Text.RegularExpressions.Regex.Replace(report.MarkedText, "</?error [0-9]+>", "");
        Assert.Equal(text, unmarked);
    });

    [Fact]
    public void Taking_out_ends_and_leaves_the_lines_above_alone() => Texts.Select(Messages.List[1, 4], Gen.Int[0, 3]).Sample((text, messages, first) =>
    {
        var firstLine = Math.Min(first, text.Count(c => c == '\n'));
        var patch = new ProofPatch(text, firstLine);
        var rounds = 0;
        while (messages.Any(patch.Apply))
        {
            Assert.True(++rounds < 200, "it does not end");
        }

        Assert.StartsWith(string.Join('\n', text.Split('\n').Take(firstLine)), patch.Text, StringComparison.Ordinal);
    });
}
