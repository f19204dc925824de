using System.Net;

namespace Prover.Core.Tests.Answers;

/// <summary>What happens to characters between a model and us.</summary>
internal static class AnswerNoise
{
    public sealed record Noise(string Name, Func<string, string> Apply);

    public static IReadOnlyList<Noise> All { get; } =
    [
        new("none", t => t),
        new("CRLF", t => t.Replace("\n", "\r\n")),
        new("no-break spaces", t => t.Replace(" : ", "\u00a0: ")),
        new("zero-width characters", t => t.Replace(" := ", " \u200b:= ").Insert(0, "\ufeff")),
        new("full-width signs", t => t.Replace(" := ", " ：＝ ")),
        new("bullets", t => t.Replace("  · ", "  • ")),
        new("entities", t => t.StartsWith('{') || t.Contains("<answer>") || t.Contains("<think>") || t.Contains("> ```") || t.Contains('"') ? t : WebUtility.HtmlEncode(t).Replace("&#39;", "'").Replace("&#183;", "·")),
        new("trailing spaces", t => t.Replace("\n", "  \n")),
        new("line separators", t => t.Replace("\n", "\u2028")),
    ];
}
