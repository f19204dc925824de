using System.Text.RegularExpressions;
using Prover.Core.Checking;
using Prover.Core.Lean;
using Prover.Core.Tests.Fakes;

namespace Prover.Core.Tests.DeepThinking.Support;

/// <summary>A Lean of few words, so that plans and budgets can be tested without the real one. A theorem is accepted when its proof says <c>direct</c> and its
/// claim is in <see cref="True"/>, or when it says <c>conclude</c>; a refutation when the claim is in <see cref="False"/>. The goal of a hole is the claim of
/// the <c>have</c> in its line.</summary>
internal sealed partial class FakeLean
{
    public HashSet<string> True { get; } = [];

    public HashSet<string> False { get; } = [];

    /// <summary>What every check takes.</summary>
    public TimeSpan CheckTime { get; set; } = TimeSpan.FromMilliseconds(1);

    /// <summary>Waited for in every check of a candidate.</summary>
    public Func<string, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    public ScriptedChecker Checker() => new(async (request, token) =>
    {
        await Before(request.Text, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return token.IsCancellationRequested ? new CheckOutcome.Cancelled()
            : request.TimeLimit < CheckTime ? new CheckOutcome.TimedOut(request.TimeLimit.Value) { Elapsed = request.TimeLimit.Value }
            : Answer(request) with { Elapsed = CheckTime };
    });

    /// <summary>Compiles statements; nobody pays for it.</summary>
    public ScriptedChecker Trusted() => new(Answer);

    private CheckOutcome Answer(CheckRequest request)
    {
        var text = request.Text;
        var theorems = Theorem().Matches(text).Select(m => (Name: m.Groups["name"].Value, Claim: m.Groups["claim"].Value.Trim(), Proof: m.Groups["proof"].Value)).ToList();
        if (theorems.Count == 0 || text.Contains("trial_", StringComparison.Ordinal))
        {
            return ScriptedChecker.Error("nothing to read");
        }

        var asked = request.TheoremName is { } name ? theorems.FindIndex(t => t.Name == name) : theorems.Count - 1;
        var sorries = Sorries(text);
        if (theorems.Find(t => !Accepts(t)) is { Name: not null } bad)
        {
            return ScriptedChecker.Error($"no proof of {bad.Claim}");
        }

        var facts = asked < 0 ? null : Facts(theorems[asked], text, sorries.Count > 0);
        return new CheckOutcome.Completed([], sorries, facts, TimeSpan.Zero) { Compiled = ScriptedChecker.Submission };
    }

    private bool Accepts((string Name, string Claim, string Proof) theorem) =>
        theorem.Proof.Contains("sorry", StringComparison.Ordinal) || theorem.Proof.Contains("conclude", StringComparison.Ordinal)
        || (theorem.Proof.Contains("direct", StringComparison.Ordinal)
            && (theorem.Name.EndsWith("_refuted", StringComparison.Ordinal) ? False.Contains(Denied(theorem.Claim)) : True.Contains(theorem.Claim)));

    private static TheoremFacts Facts((string Name, string Claim, string Proof) theorem, string text, bool open)
    {
        var claim = theorem.Claim.Contains("type_of%", StringComparison.Ordinal) ? $"¬ ({Theorem().Match(text).Groups["claim"].Value.Trim()})" : theorem.Claim;
        var axioms = text.Contains("axiom cheat", StringComparison.Ordinal) ? "cheat" : "propext";
        return new TheoremFacts(theorem.Name, "theorem", [], claim, claim, open ? [axioms, "sorryAx"] : [axioms]);
    }

    private static string Denied(string claim) => claim.StartsWith("¬ (", StringComparison.Ordinal) ? claim[3..^1] : claim;

    private static List<LeanSorry> Sorries(string text)
    {
        var sorries = new List<LeanSorry>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (var at in Sorry().Matches(lines[i]).Select(m => m.Index))
            {
                var claim = Have().Match(lines[i]) is { Success: true } have ? have.Groups["claim"].Value : Theorem().Match(text).Groups["claim"].Value.Trim();
                sorries.Add(new LeanSorry(new LeanPosition(i + 1, lines[i][..at].EnumerateRunes().Count()), null, $"⊢ {claim}"));
            }
        }

        return sorries;
    }

    [GeneratedRegex(@"theorem (?<name>\S+) : (?<claim>.*?) :=(?<proof>.*?)(?=\ntheorem |\nend |\z)", RegexOptions.Singleline)]
    private static partial Regex Theorem();

    [GeneratedRegex(@"have \w+ : (?<claim>.*?) := by sorry")]
    private static partial Regex Have();

    [GeneratedRegex(@"\bsorry\b")]
    private static partial Regex Sorry();
}
