using System.Globalization;
using Prover.Core.Prompts;
using Prover.Core.Statements;

namespace Prover.Core.DeepThinking.Council;

/// <summary>The prompts of a council.</summary>
internal sealed class CouncilPrompts(PromptLibrary prompts, LeanLibrary library, TheoremStatement statement, string? goal)
{
    // Reviews hold several answers: each is cut to what a reader takes in.
    private const int LongestAnswer = 6_000;

    public Prompt Attempt(string strategy) => prompts.Render("council-attempt", Values(("strategy", strategy)));

    public Prompt Sketch(IReadOnlyList<string> refuted) => prompts.Render("sketch", Values(("refuted", refuted)));

    public Prompt Review(IEnumerable<(string Label, string Text)> answers) =>
        prompts.Render("council-review", Values(("answers", answers.Select(a => $"Answer {a.Label}:\n\n{Cut(a.Text)}").ToArray())));

    public Prompt Chair(IEnumerable<(CouncilAnswer Answer, RankedAnswer? Rank)> answers) => prompts.Render(
        "council-chair", Values(("answers", answers.Select((a, i) => $"Attempt {i + 1} ({Votes(a.Rank)}):\n\n{Cut(a.Answer.Text)}\n\nLean's word on attempt {i + 1}: {a.Answer.Says}").ToArray())));

    private static string Votes(RankedAnswer? rank) => rank?.MeanRank is { } mean
        ? string.Create(CultureInfo.InvariantCulture, $"mean rank {mean:0.##} over {rank.Votes} votes")
        : "no votes";

    private static string Cut(string text) => text.Length <= LongestAnswer ? text.Trim() : $"{text[..LongestAnswer].Trim()}\n[cut]";

    private Dictionary<string, object> Values((string Key, object Value) own) => library.AddTo(new Dictionary<string, object>
    {
        ["statement"] = statement.Head,
        ["goal"] = goal ?? string.Empty,
        [own.Key] = own.Value,
    });
}
