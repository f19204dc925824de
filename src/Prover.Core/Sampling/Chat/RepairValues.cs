using Prover.Core.Prompts;
using Prover.Core.Repair;
using Prover.Core.Statements;

namespace Prover.Core.Sampling.Chat;

/// <summary>What the prompt <c>repair</c> is filled with.</summary>
internal static class RepairValues
{
    private const int MostGoals = 4;
    private const int LongestHistory = 3;

    public static Dictionary<string, object> Of(Problem problem, FailedAttempt attempt, LeanLibrary library) => library.AddTo(new Dictionary<string, object>
    {
        ["statement"] = problem.Statement.Head,
        ["failed"] = attempt.Report.MarkedText.TrimEnd(),
        ["errors"] = Errors(attempt),
        ["goals"] = string.Join("\n\n", (attempt.Partial?.OpenGoals ?? []).Take(MostGoals)),
        ["kept"] = attempt.Best?.Text.TrimEnd() ?? string.Empty,
        ["round"] = attempt.Round + 1,
        ["history"] = attempt.Line.SkipLast(1).TakeLast(LongestHistory).Select(Told).ToArray(),
    });

    private static string Errors(FailedAttempt attempt) => attempt.Report.Errors.Count == 0
        ? attempt.Verdict.Reason ?? "It is no proof of the statement."
        : string.Join("\n\n", attempt.Report.Errors.Select(e => $"error {e.Number}, at\n{e.Lines}\n{e.Message.TrimEnd()}"));

    private static string Told(FailedAttempt attempt) =>
        $"{attempt.Candidate.Proof.Trim()}\n  failed: {(attempt.Report.Errors.Count > 0 ? attempt.Report.Errors[0].Message.Split('\n')[0] : attempt.Verdict.Reason)}";
}
