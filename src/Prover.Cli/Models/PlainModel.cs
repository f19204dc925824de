using Prover.Cli.Output;
using Prover.Models.Probing;

namespace Prover.Cli.Models;

/// <summary>What a model showed, for people.</summary>
internal static class PlainModel
{
    public static void Write(TextWriter output, ModelProbeResult result)
    {
        if (result.Problem is { } problem)
        {
            output.WriteLine(Visible.Of($"{result.Name}: {problem}"));
            return;
        }

        var answer = result.Text.Trim() is { Length: > 0 } text ? $"\"{(text.Length > 60 ? text[..60] + "…" : text)}\"" : "nothing";
        output.WriteLine(Visible.Of(
            $"{result.Name}: answers {answer} in {result.Whole.TotalMilliseconds:0} ms (first piece after {result.FirstPiece.TotalMilliseconds:0} ms)"));
        var tokens = result is { InputTokens: { } input, OutputTokens: { } spent } ? $"{input} + {spent}" : "not told";
        output.WriteLine(
            $"  streams: {Word(result.Streams)}, tokens: {tokens}, several answers to one request: {Word(result.GivesSeveralChoices)}, "
            + $"reasons: {Word(result.Reasons)}, heeds the limit of tokens: {(result.HeedsMaxTokens is { } heeds ? Word(heeds) : "not told")}");
        if (result.BeginsInsideReasoning)
        {
            output.WriteLine("  its text begins inside its reasoning: set \"reasoning\": \"Inside\" for it");
        }
    }

    private static string Word(bool value) => value ? "yes" : "no";
}
