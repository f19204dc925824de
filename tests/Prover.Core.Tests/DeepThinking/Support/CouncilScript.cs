using System.Text.RegularExpressions;
using Prover.Models.StandIn;

namespace Prover.Core.Tests.DeepThinking.Support;

/// <summary>What members of a scripted council say.</summary>
internal sealed partial class CouncilScript
{
    /// <summary>What a member attempts, by its strategy; null never answers.</summary>
    public Func<string, string?> Attempt { get; init; } = _ => "I do not know.";

    /// <summary>How good a reviewer finds an answer's text: the highest first.</summary>
    public Func<string, int> Likes { get; init; } = text => text.Length;

    /// <summary>What the chairman says.</summary>
    public string Chair { get; init; } = "I do not know.";

    /// <summary>What a model says that is asked for a sketch.</summary>
    public string Sketch { get; init; } = "I do not know.";

    public Answer Answer(StandInRequest request)
    {
        var text = request.Messages[0].Text switch
        {
            var s when s.Contains("You are one of several", StringComparison.Ordinal) => Attempt(Strategy(s)),
            var s when s.Contains("You review attempts", StringComparison.Ordinal) => Review(request.LastUser),
            var s when s.Contains("You are the chairman", StringComparison.Ordinal) => Chair,
            var s when s.Contains("You take a theorem", StringComparison.Ordinal) => Sketch,
            _ => "I do not know.",
        };
        return text is null ? global::Prover.Models.StandIn.Answer.Never() : global::Prover.Models.StandIn.Answer.Text(text);
    }

    public static string Code(string lean) => $"This is why.\n\n```lean4\n{lean}\n```\n";

    private static string Strategy(string system) =>
        system.Contains("ALGEBRAIC.", StringComparison.Ordinal) ? "algebraic" : system.Contains("BY COMPUTATION.", StringComparison.Ordinal) ? "computation" : "contradiction";

    private string Review(string user)
    {
        var answers = Labelled().Split(user).Skip(1).Chunk(2).Select(p => (Label: p[0], Text: p[1])).OrderByDescending(a => Likes(a.Text)).ToList();
        return $"They differ.\n\nFINAL RANKING:\n{string.Join('\n', answers.Select((a, i) => $"{i + 1}. Answer {a.Label}"))}\n";
    }

    [GeneratedRegex(@"^Answer ([A-Z]):$", RegexOptions.Multiline)]
    private static partial Regex Labelled();
}
