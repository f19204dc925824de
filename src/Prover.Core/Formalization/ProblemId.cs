using Prover.Core.Verification;

namespace Prover.Core.Formalization;

/// <summary>Ids of problems in natural language.</summary>
public static class ProblemId
{
    /// <summary>The id under which a problem's formalizations are kept: the same for texts that differ in white space only.</summary>
    public static string Of(InformalProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var text = string.Join(' ', problem.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return ContentKey.Hash($"{(problem.HasMathlib ? "mathlib" : "core")}\n{problem.Name}\n{text}");
    }
}
