using Prover.Core.Prompts;

namespace Prover.Core.Formalization.Chat;

/// <summary>What the prompts of formalization are filled with.</summary>
internal static class PromptValues
{
    /// <summary>For <c>formalize-…</c>.</summary>
    public static Dictionary<string, object> Of(InformalProblem problem, LeanLibrary library) => library.AddTo(new Dictionary<string, object>
    {
        ["problem"] = problem.Text,
        ["name"] = problem.Name,
    });

    /// <summary>For <c>formalize-repair</c>.</summary>
    public static Dictionary<string, object> Of(InformalProblem problem, LeanLibrary library, string failed, string errors) =>
        new(Of(problem, library)) { ["failed"] = failed, ["errors"] = errors };

    /// <summary>For <c>back-translate</c>.</summary>
    public static Dictionary<string, object> Of(FormalStatement statement) => new() { ["statement"] = statement.Text, ["meaning"] = string.Empty };

    /// <summary>For <c>judge-faithfulness</c>: two texts, and nothing about which is whose.</summary>
    public static Dictionary<string, object> Of(string first, string second) => new() { ["first"] = first, ["second"] = second };

    /// <summary>For <c>vote</c>.</summary>
    public static Dictionary<string, object> Of(InformalProblem problem, IReadOnlyList<FormalStatement> statements) => new()
    {
        ["problem"] = problem.Text,
        ["statements"] = statements.Select(s => s.Text).ToArray(),
    };
}
