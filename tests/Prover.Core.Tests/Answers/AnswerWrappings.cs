namespace Prover.Core.Tests.Answers;

/// <summary>What code is wrapped in.</summary>
internal static class AnswerWrappings
{
    public sealed record Wrapping(string Name, Func<string, string, string, string> Wrap, Func<AnswerForm, bool> Applies, bool CutsOff = false);

    public static IReadOnlyList<Wrapping> All { get; } =
    [
        Fenced("lean4"), Fenced("lean"), Fenced("Lean 4"), Fenced("Lean4"), Fenced("lean4 "), Fenced("{.lean}"), Fenced("tactics"),
        Fenced(string.Empty, CodeLike),
        new("tildes", (code, before, after) => $"{before}~~~lean\n{code}\n~~~{after}", Any),
        new("four backticks", (code, before, after) => $"{before}````lean4\n{code}\n````{after}", Any),
        new("in a list item", (code, before, after) => $"{before}- The proof:\n\n  ```lean4\n{Indented(code, "  ")}\n  ```\n{after}", Any),
        new("after a number", (code, before, after) => $"{before}1. ```lean4\n{Indented(code, "   ")}\n   ```\n{after}", Any),
        new("quoted", (code, before, after) => $"{before}\n> ```lean4\n{Indented(code, "> ")}\n> ```\n{after}", Any),
        new("no closing fence", (code, before, _) => $"{before}```lean4\n{code}\n", Any),
        new("closed on the last line", (code, before, after) => $"{before}```lean4\n{code}```{after}", Any),
        new("opened behind words", (code, before, after) => $"{before}The proof is:```lean4\n{code}\n```{after}", Any),
        new("then output", (code, before, after) => $"{before}```lean4\n{code}\n```\nOutput:\n```text\nNo goals\n```\n```python\nprint(1)\n```{after}", Any),
        new("then a fragment", (code, before, after) => $"{before}```lean4\n{code}\n```\nThe key step is\n```lean4\nomega\n```{after}", f => f is { HasTheorem: true, Expected: Expectation.Proof }),
        new("bare", (code, before, after) => before.Contains("```") ? code : $"{before}{code}{after}", f => f is { HasTheorem: true, Name: not "comment with a fence in it" }),
        new("JSON", (code, _, _) => $"{{\"thought\": \"easy\", \"proof\": {AnswerCorpus.Json(code)}}}", CodeLike),
        new("JSON with Markdown in a block", (code, before, _) => $"{before}```json\n{{\"answer\": {AnswerCorpus.Json($"```lean4\n{code}\n```")}}}\n```\n", f => CodeLike(f) && f.Name != "comment with a fence in it"),
        new("tags", (code, before, after) => $"{before.Replace("```", "")}<answer>\n{code}\n</answer>{after}", CodeLike),
        new("tags and a fence", (code, before, after) => $"{before}<answer>\n```lean4\n{code}\n```\n</answer>{after}", Any),
        new("cut off", (code, _, _) => $"The proof:\n```lean4\n{code}\n  have := by\n    re", f => f.HasTheorem, CutsOff: true),
    ];

    private static Wrapping Fenced(string language, Func<AnswerForm, bool>? applies = null) =>
        new($"fence '{language}'", (code, before, after) => $"{before}```{language}\n{code}\n```{after}", applies ?? Any);

    private static bool Any(AnswerForm form) => true;

    private static bool CodeLike(AnswerForm form) => form.Expected != Expectation.NoCode;

    private static string Indented(string code, string margin) => string.Join('\n', code.Split('\n').Select(l => margin + l));
}
