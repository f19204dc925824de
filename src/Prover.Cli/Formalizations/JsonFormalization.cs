using Prover.Core.Formalization;
using Prover.Core.Models;

namespace Prover.Cli.Formalizations;

/// <summary>A problem in words with its formal statement.</summary>
internal sealed record JsonFormalization(
    string Id, string Text, string Statement, string Author, string Level, bool Pinned, IReadOnlyList<JsonEvidence> Evidence, IReadOnlyList<JsonExamined> Others)
{
    public static JsonFormalization? Of(FormalizedProblem? problem) => problem is null
        ? null
        : new JsonFormalization(
            problem.Id, problem.Text, problem.Statement.Text, problem.Statement.Author, FormalizationNames.Of(problem.Level), problem.IsPinned,
            [.. problem.Evidence.Select(JsonEvidence.Of)], [.. problem.Others.Select(JsonExamined.Of)]);
}

/// <summary>A statement that was not chosen.</summary>
internal sealed record JsonExamined(string Statement, string Author, string Level, IReadOnlyList<JsonEvidence> Evidence)
{
    public static JsonExamined Of(ExaminedStatement examined) => new(
        examined.Statement.Text, examined.Statement.Author, FormalizationNames.Of(examined.Level), [.. examined.Evidence.Select(JsonEvidence.Of)]);
}

/// <summary>A piece of evidence.</summary>
internal sealed record JsonEvidence(string Kind, string Finding, string Message, string Detail, double ElapsedMs)
{
    public static JsonEvidence Of(Evidence evidence) => new(
        FormalizationNames.Of(evidence.Kind), FormalizationNames.Of(evidence.Finding), evidence.Message, evidence.Detail, Math.Round(evidence.Elapsed.TotalMilliseconds, 1));
}

/// <summary>What models have cost.</summary>
internal sealed record JsonUsage(long Requests, long InputTokens, long OutputTokens, decimal Cost)
{
    public static JsonUsage? Of(ModelUsage usage) => usage == default ? null : new JsonUsage(usage.Requests, usage.InputTokens, usage.OutputTokens, usage.Cost);
}

/// <summary>What <c>formalize --json</c> prints.</summary>
internal sealed record JsonFormalizeReport(JsonFormalization? Formalization, string? Reason, JsonUsage? Usage)
{
    public static JsonFormalizeReport Of(FormalizeResult result) => new(JsonFormalization.Of(result.Problem), result.Reason, JsonUsage.Of(result.Usage));
}
