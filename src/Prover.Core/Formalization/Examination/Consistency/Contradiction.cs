using Prover.Core.Formalization.Examination.Reading;

namespace Prover.Core.Formalization.Examination.Consistency;

/// <summary>Writes a proof of False from hypotheses: those for all numbers are taken at the first few.</summary>
internal static class Contradiction
{
    private const int Instances = 3;

    /// <summary>What is proved.</summary>
    public static string Claim(Telescope statement) =>
        (statement.Variables.Count > 0 ? $"∀ {PropositionWriter.Binders(statement.Variables)}, " : string.Empty)
        + string.Concat(statement.Hypotheses.Select(h => $"({PropositionWriter.Of(h)}) → ")) + "False";

    /// <summary>Tactics.</summary>
    public static string Proof(Telescope statement)
    {
        var names = statement.Hypotheses.Select((_, i) => $"hs{i}").ToList();
        var opening = $"intro {string.Join(' ', statement.Variables.Select(v => v.Name).Concat(names))}";
        var instances = statement.Hypotheses.SelectMany((h, i) => h is Proposition.Quantified { IsUniversal: true, Variable.Argument: null }
            ? Enumerable.Range(0, Instances).Select(at => $"have hi{i}_{at} := hs{i} {at}")
            : []);
        return string.Join('\n', [opening, .. instances, "first | omega | (simp_all; done) | (simp_all; omega) | grind"]);
    }
}
