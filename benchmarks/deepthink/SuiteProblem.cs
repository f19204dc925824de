using System.Text.Json;

namespace Prover.DeepThinkBenchmark;

/// <summary>A true statement that the portfolio does not prove, or a false one.</summary>
internal sealed record SuiteProblem(string Name, string Class, int Difficulty, string Statement)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<SuiteProblem> Read(string file) =>
        [.. File.ReadLines(file).Where(l => l.Trim().Length > 0).Select(l => JsonSerializer.Deserialize<SuiteProblem>(l, Json)!)];
}

/// <summary>What became of a statement with one sampler.</summary>
internal sealed record SideOutcome(string Kind, TimeSpan Elapsed, string? Origin)
{
    public bool IsProved => Kind == "Proved";

    public bool IsRefuted => Kind == "Refuted";
}

/// <summary>What became of a statement.</summary>
internal sealed record SuiteOutcome(SuiteProblem Problem, SideOutcome Engine, SideOutcome? Portfolio);

/// <summary>What became of a false statement.</summary>
/// <param name="Problem">The statement.</param>
/// <param name="Refutation">What the search for a counterexample came to.</param>
/// <param name="Attacks">What provers made of it, which must be no proof.</param>
internal sealed record FalseOutcome(SuiteProblem Problem, SideOutcome Refutation, IReadOnlyList<SideOutcome> Attacks);
