using Prover.Core.Answers;
using Prover.Core.Statements;

namespace Prover.Core.DeepThinking.Council;

/// <summary>What an answer claims besides the proof, read as text: only said to people, never a reason to accept or to refuse.</summary>
internal static class OwnClaims
{
    /// <summary>How an answer tries to be called a proof of what it does not prove; null where it does not.</summary>
    public static string? Find(string answer, TheoremStatement statement)
    {
        var target = new Target(statement);
        var commands = CodeBlocks.Of(CodeCharacters.CleanLines(answer)).Where(b => b.MayBeLean)
            .SelectMany(b => LeanCommands.Split(CodeCharacters.CleanCode(b.Code))).ToList();
        if (commands.Find(c => c.Kind == "axiom") is { } axiom)
        {
            return $"It adds an axiom of its own, '{axiom.Name}'.";
        }

        return commands.FindLast(c => c.IsProof && target.IsNamed(c.Name)) is { } ours && !TheoremBody.Of(ours, target).IsOurs
            ? $"It states another theorem under the name '{ours.Name}'."
            : null;
    }
}
