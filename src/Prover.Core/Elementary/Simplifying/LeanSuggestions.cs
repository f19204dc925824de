using System.Text.RegularExpressions;
using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Sampling.Portfolio;
using Prover.Core.Statements;

namespace Prover.Core.Elementary.Simplifying;

/// <summary>Scripts that Lean itself proposes: the lemmas that <c>simp?</c> and <c>grind?</c> have used, the one lemma that <c>exact?</c> finds.</summary>
/// <param name="checker">Runs Lean.</param>
/// <param name="statement">The statement.</param>
internal sealed partial class LeanSuggestions(ILeanChecker checker, TheoremStatement statement)
{
    private const int Heartbeats = 100_000;
    private const int MostPlaces = 6;

    /// <summary>The scripts, one for each heavy tactic for which Lean proposes something. Not checked.</summary>
    public async Task<IReadOnlyList<string>> ForAsync(string script, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var (start, end, tactic) in LighterTactics.Places(script).Take(MostPlaces))
        {
            foreach (var question in Questions(tactic, script[start..end]))
            {
                var asked = string.Concat(script.AsSpan(0, start), question, script.AsSpan(end));
                found.AddRange((await AskAsync(asked, timeLimit, cancellationToken).ConfigureAwait(false)).Select(answer => string.Concat(script.AsSpan(0, start), answer, script.AsSpan(end))));
            }
        }

        return [.. found.Distinct()];
    }

    private static IEnumerable<string> Questions(string tactic, string written) => tactic switch
    {
        "simp" => ["exact?", string.Concat("simp?", written.AsSpan("simp".Length))],
        "simp_all" => [string.Concat("simp_all?", written.AsSpan("simp_all".Length)), "exact?", "simp?"],
        _ => ["exact?", "simp?"],
    };

    private async Task<IEnumerable<string>> AskAsync(string script, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var request = new CheckRequest
        {
            Text = statement.WithProof(Script.AsProof(script)),
            Describe = false,
            AskKernelAgain = false,
            MaxHeartbeats = Heartbeats,
            TimeLimit = timeLimit,
        };
        return await checker.CheckAsync(request, cancellationToken).ConfigureAwait(false) is CheckOutcome.Completed { HasErrors: false } completed
            ? completed.Messages.Where(m => m.Severity == LeanSeverity.Information).Select(m => Suggestion(m.Text)).OfType<string>()
            : [];
    }

    /// <summary>What follows <c>Try this:</c>; null where there is nothing of the kind, or nothing closed.</summary>
    internal static string? Suggestion(string message)
    {
        var match = TryThis().Match(message);
        var text = match.Success ? LineBreaks().Replace(match.Groups["tactic"].Value.Trim(), " ") : null;
        return text is null || text.Contains("sorry", StringComparison.Ordinal) || text.Contains('?', StringComparison.Ordinal) ? null : text;
    }

    [GeneratedRegex(@"Try this:\s*(\[apply\]\s*)?(?<tactic>[\s\S]+)\z")]
    private static partial Regex TryThis();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex LineBreaks();
}
