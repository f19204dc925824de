using Prover.Core.Statements;
using Prover.Core.Verification;
using Prover.Rounds.Problems.Keys;
using Prover.Rounds.Problems.Syntax;

namespace Prover.Rounds.Problems.Contamination;

/// <summary>A statement as the set of its runs of three tokens, names of variables and hypotheses all alike.</summary>
/// <remarks>A run that occurs again counts again, as the second of its kind and so on.</remarks>
internal static class Shingles
{
    private const int Length = 3;

    public static IReadOnlyList<string> Of(string statement)
    {
        var body = statement;
        try
        {
            body = TheoremStatement.Parse(statement).Body;
        }
        catch (InvalidStatementException)
        {
            // No theorem: the whole text is taken.
        }

        var tokens = LeanTokens.Of(body);
        var bound = BoundNames.Of(tokens);
        List<string> abstracted = [.. tokens.Select(t => bound.Contains(t) ? "#" : t)];
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, Math.Max(1, abstracted.Count - Length + 1)).Select(i =>
        {
            var run = string.Join(' ', abstracted.Skip(i).Take(Length));
            times[run] = times.GetValueOrDefault(run) + 1;
            return times[run] == 1 ? run : $"{run} ×{times[run]}";
        })];
    }
}
